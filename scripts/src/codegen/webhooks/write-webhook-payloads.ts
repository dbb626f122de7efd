import { existsSync } from "node:fs";
import { join } from "node:path";
import type { CheckedVersion } from "../check-specs.ts";
import { generatedNote } from "../emit/code.ts";
import { guardFiles } from "../guard/guard-files.ts";
import { type GeneratedFile, updateFolder } from "../package/update-folder.ts";
import type { AssignedTypes } from "../types/assign-types.ts";
import { emitExamples } from "./emit-examples.ts";
import { emitPayloads } from "./emit-payloads.ts";
import { payloadDocument } from "./payload-document.ts";

const WEBHOOKS = "packages/webhooks";

const VALUES = {
  "src/generated/payloads.ts": ["eventTypes"],
  "src/generated/examples.ts": ["payloadExamples"],
};

/**
 * Writes payload types and examples into the webhooks package, so that it does not depend on a version package. They come from the given
 * version; a test of the package proves that the other versions have the same.
 *
 * @returns the files, with their state before
 */
export async function writeWebhookPayloads(
  root: string,
  { version, document: whole, types }: CheckedVersion,
  write: boolean,
): Promise<GeneratedFile[]> {
  if (!existsSync(join(root, WEBHOOKS))) return [];
  const document = payloadDocument(whole, nameEvents(types));
  const note = `// ${generatedNote(version)}\n\n`;
  const files = guardFiles(
    new Map([
      ["src/generated/payloads.ts", note + emitPayloads(document, types)],
      ["src/generated/examples.ts", note + emitExamples(document)],
    ]),
    VALUES,
  );
  return updateFolder(files, { root, folder: WEBHOOKS, write });
}

/** The public types of payloads that the document describes in place, by event. */
function nameEvents({ aliases }: AssignedTypes): ReadonlyMap<string, string> {
  const events = [...aliases].flatMap(([name, { declaration, steps }]): [string, string][] =>
    declaration.kind === "event" && steps.length === 0 ? [[declaration.event, name]] : [],
  );
  return new Map(events);
}
