import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The folder of this package. */
export const PACKAGE_ROOT: string = join(import.meta.dirname, "../../..");

/** An example of the README. */
export interface ReadmeExample {
  /** Its heading, and its number below that heading. */
  readonly name: string;
  readonly code: string;
}

/** The examples of the README, for the invented API: a refreshed document of Nectar breaks none of them. */
export async function readExamples(): Promise<ReadmeExample[]> {
  const readme = await readFile(join(PACKAGE_ROOT, "README.md"), "utf8");
  return readme.split(/^## /m).flatMap((section) => {
    const [heading = "", ...lines] = section.split("\n");
    const blocks = [...lines.join("\n").matchAll(/^```ts\n(.*?)^```$/gms)];
    return blocks.map(([, code = ""], index) => ({ name: `${heading} ${index + 1}`, code: toInvented(code) }));
  });
}

/** The versions of Nectar's API that the README names, and those of the invented API that differ alike. */
const INVENTED: Readonly<Record<string, string>> = { "v2.0": "v0.1", "v2.2": "v0.3" };

function toInvented(code: string): string {
  return Object.entries(INVENTED).reduce(
    (text, [version, invented]) =>
      text.replaceAll(version, invented).replaceAll(version.replace(".", "_"), invented.replace(".", "_")),
    code,
  );
}

/** Completes an example with the client of the first one, ids and files. */
export function withPrologue(code: string, folder: string): string {
  const needsClient = !code.includes("const nectar =");
  const files = {
    billPath: join(folder, "bills/bill.pdf"),
    billFolder: join(folder, "bills"),
    manifestPath: join(folder, "manifest.json"),
  };
  return [
    needsClient && 'import { createNectarClient } from "@nectar-sdk/client";',
    needsClient && 'import { v0_3 } from "@nectar-sdk/api-v0.3";',
    needsClient && "const nectar = createNectarClient(v0_3);",
    'const [companyId, siteId, documentId, usageDataId, jobId] = ["c1", "s1", "d1", "u1", "j1"] as const;',
    `const { billPath, billFolder, manifestPath } = ${JSON.stringify(files)};`,
    code,
    "export {};",
  ]
    .filter((line) => line !== false)
    .join("\n");
}
