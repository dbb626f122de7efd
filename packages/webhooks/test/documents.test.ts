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

/** The JSON types of all properties below a node by their place; `null` is one of them where a property may be null. */
function typesOf(node: Json, place = ""): Map<string, string> {
  if (Array.isArray(node)) return new Map(node.flatMap((item) => [...typesOf(item, place)]));
  if (!isObject(node)) return new Map();
  const { type } = node;
  const own = typeof type === "string" || Array.isArray(type) ? [[place, [type].flat().sort().join()] as const] : [];
  const inner = Object.entries(node).flatMap(([key, child]) =>
    key === "example" || key === "examples" ? [] : [...typesOf(child, `${place}/${key}`)],
  );
  return new Map([...own, ...inner]);
}

// The payload types come from the newest document. If a type of another version ever differs, this test shows where.
test.each(VERSIONS.slice(0, -1))(
  "the events of %s are those of the newest version, and each field of a payload has the same type in both",
  async (version) => {
    const [one, latest] = await Promise.all([webhooksOf(version), webhooksOf(newest.version)]);
    const [types, latestTypes] = [typesOf(one), typesOf(latest)];
    const shared = [...types].filter(([place]) => latestTypes.has(place));

    expect(Object.keys(latest ?? {}).sort()).toEqual([...eventTypes].sort());
    expect(Object.keys(one ?? {}).sort()).toEqual([...eventTypes].sort());
    expect(shared).not.toEqual([]);
    expect(shared.filter(([place, type]) => latestTypes.get(place) !== type)).toEqual([]);
  },
);
