import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { apis, newest } from "@nectar-sdk/versions";
import { expect, test } from "vitest";
import { eventTypes } from "../src/generated/payloads.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const VERSIONS = apis.map(({ version }) => version);
const packages = fileURLToPath(new URL("../..", import.meta.url));

function isObject(node: Json): node is { [key: string]: Json } {
  return typeof node === "object" && node !== null && !Array.isArray(node);
}

/** The webhooks of a document, with every reference resolved. */
async function webhooksOf(version: string): Promise<Json> {
  const document: { [key: string]: Json } = JSON.parse(
    await readFile(join(packages, `api-${version}/openapi.json`), "utf8"),
  );
  const at = (pointer: string): Json =>
    pointer
      .slice(2)
      .split("/")
      .reduce<Json>((node, key) => (isObject(node) ? (node[key] ?? null) : null), document);
  const inlined = (node: Json): Json => {
    if (Array.isArray(node)) return node.map(inlined);
    if (!isObject(node)) return node;
    const { $ref } = node;
    if (typeof $ref === "string") return inlined(at($ref));
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, inlined(value)]));
  };
  return inlined(document["webhooks"] ?? null);
}

// The payload types come from the newest document. If the others ever differ, this test shows where.
test.each(VERSIONS.slice(0, -1))("the payloads of %s equal those of the newest version", async (version) => {
  const [one, latest] = await Promise.all([webhooksOf(version), webhooksOf(newest.version)]);
  expect(Object.keys(latest ?? {}).sort()).toEqual([...eventTypes].sort());
  expect(one).toEqual(latest);
});
