import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readApi } from "@nectar-sdk/openapi/document";
import { describe, expect, test } from "vitest";
import { declaredNames } from "../src/codegen/emit/declared-names.ts";
import { generatePackage, type PackageFiles } from "../src/codegen/generate-package.ts";
import { loadVersion } from "../src/codegen/load-version.ts";
import { parseResources } from "../src/codegen/names/parse-resources.ts";
import { resolveNames } from "../src/codegen/names/resolve-names.ts";
import { assignTypes } from "../src/codegen/types/assign-types.ts";
import { deriveTypes } from "../src/codegen/types/derive-types.ts";
import { parseTypes } from "../src/codegen/types/parse-types.ts";
import { VERSIONS } from "../src/shared/versions.ts";
import { componentNames } from "./simulated-upstream/axes/component-names.ts";
import { inlineEnvelopes } from "./simulated-upstream/axes/in-place.ts";
import { operationIds } from "./simulated-upstream/axes/operation-ids.ts";
import type { Axis } from "./simulated-upstream/axis.ts";
import { seededRandom } from "./simulated-upstream/random.ts";
import { compile } from "./support/compile.ts";
import { sourcesOf } from "./support/generate.ts";
import { ROOT } from "./support/temporary-repository.ts";

const RESOURCES = parseResources(await readFile(join(ROOT, "specs/resources.yaml"), "utf8"));
const TYPES = parseTypes(RESOURCES);

/** Generates the package of a version whose document differs along some axes. */
async function generateAlong(version: string, axes: readonly Axis[]): Promise<PackageFiles> {
  const loaded = await loadVersion(ROOT, version);
  const document = axes.reduce((changed, { apply }) => apply(changed, seededRandom("1"), version), loaded.document);
  const named = nameDocument(document);
  return generatePackage({ ...loaded, document, names: named.names, types: assignTypes(named, TYPES) });
}

function nameDocument(document: Awaited<ReturnType<typeof loadVersion>>["document"]) {
  const api = readApi(document);
  return { document, api, names: resolveNames(api, RESOURCES.operations).names };
}

/** The names of the types that users import from the root of a package. */
function listPublicNames(files: PackageFiles): string[] {
  const index = files.get("src/index.ts") ?? "";
  const lists = [...index.matchAll(/export type \{([^}]*)\}/g)].flatMap(([, names = ""]) =>
    names.match(/\w+(?=,|\s*$)/g),
  );
  const { types } = declaredNames(files.get("src/aliases.ts") ?? "");
  return [...lists, ...types].filter((name) => name !== null).sort();
}

describe.each(VERSIONS)("the public types of %s", (version) => {
  test.each([
    ["schemas", [componentNames]],
    ["operation ids", [operationIds]],
    ["inline pages", [inlineEnvelopes]],
    ["all of them", [inlineEnvelopes, componentNames, operationIds]],
  ])("keep their names under other names upstream: %s", { timeout: 60_000 }, async (_, axes) => {
    const [before, after] = await Promise.all([generateAlong(version, []), generateAlong(version, axes)]);

    expect(listPublicNames(before)).toContain("DocumentPage");
    expect(listPublicNames(after)).toEqual(listPublicNames(before));
    expect(compile(sourcesOf(after))).toEqual([]);
  });

  test("are reached by the methods and events, so that no schema lacks a public name", async () => {
    const { document } = await loadVersion(ROOT, version);
    expect(deriveTypes([nameDocument(document)], TYPES)).toEqual([]);
  });
});
