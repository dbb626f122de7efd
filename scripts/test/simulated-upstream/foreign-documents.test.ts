import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { asObject, isArray, isObject, type Json, type JsonObject, lookUp, readApi } from "@nectar-sdk/openapi/document";
import { normaliseDocument } from "@nectar-sdk/openapi/normalise";
import { expect, test } from "vitest";

const EXAMPLES = dirname(createRequire(import.meta.url).resolve("@readme/oas-examples/package.json"));
const FILES = (await Promise.all(["3.0/json", "3.1/json"].map(listFiles))).flat();

test.each(FILES)("%s keeps its operations and references, and is normalised once and for all", async (file) => {
  const document = asObject(JSON.parse(await readFile(join(EXAMPLES, file), "utf8")), file);

  const { document: normal } = normaliseDocument(document);

  expect(operationsOf(normal)).toEqual(operationsOf(document));
  expect(danglingReferences(normal, normal).filter((reference) => lookUp(document, reference) !== undefined)).toEqual(
    [],
  );
  expect(normaliseDocument(normal).document).toEqual(normal);
});

async function listFiles(folder: string): Promise<string[]> {
  const names = await readdir(join(EXAMPLES, folder));
  return names.filter((name) => name.endsWith(".json")).map((name) => `${folder}/${name}`);
}

/** Method, id and parameters of each operation; paths may have given a prefix to the server. */
function operationsOf(document: JsonObject): readonly string[] {
  return readApi(document)
    .operations.map(({ method, id, parameters }) =>
      [method, id, ...parameters.map((own) => `${own.in} ${own.name}`).sort()].join(" "),
    )
    .sort();
}

function danglingReferences(node: Json, document: JsonObject): string[] {
  if (isArray(node)) return node.flatMap((item) => danglingReferences(item, document));
  if (!isObject(node)) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const isDangling = key === "$ref" && typeof value === "string" && value.startsWith("#/");
    if (isDangling) return lookUp(document, value) === undefined ? [value] : [];
    return danglingReferences(value, document);
  });
}
