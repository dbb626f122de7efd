import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** openapi-fetch itself, for comparison; by its file, since one of the runs has no package of that name. */
export async function createReferenceClient(baseUrl: string): Promise<Record<string, unknown>> {
  const manifest = createRequire(import.meta.url).resolve("openapi-fetch/package.json");
  const file = join(dirname(manifest), "dist/index.mjs");
  const { default: createClient }: { default: (options: object) => Record<string, unknown> } = await import(
    /* @vite-ignore */ pathToFileURL(file).href
  );
  return createClient({ baseUrl });
}
