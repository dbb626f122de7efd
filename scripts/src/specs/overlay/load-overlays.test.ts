import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { arrayIn, asObject, isArray, stringIn, valueAt } from "@nectar-sdk/openapi/document";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { SPECS } from "../../../test/support/examples-support.ts";
import { VERSION_LIST, VERSIONS } from "../../shared/versions.ts";
import { effectiveDocument } from "./effective-document.ts";
import { loadOverlays } from "./load-overlays.ts";

let specs: string;

beforeEach(async () => {
  specs = await mkdtemp(join(tmpdir(), "overlays-"));
});
afterEach(() => rm(specs, { recursive: true }));

async function write(name: string, text: string): Promise<void> {
  const path = join(specs, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

function overlay(title: string, more = ""): string {
  return `overlay: 1.0.0\ninfo: { title: ${title}, version: 1.0.0 }\n${more}actions: [{ target: $, update: { title: ${title} } }]\n`;
}

describe("the overlays of a folder", () => {
  test("come in the order of their paths, subfolders included, other files left out", async () => {
    await write("overlays/20-b.yaml", overlay("b"));
    await write("overlays/10-a/2.yaml", overlay("a2"));
    await write("overlays/10-a/1.yaml", overlay("a1"));
    await write("overlays/README.md", "# Overlays");
    expect((await loadOverlays(specs, "v2.0")).map(({ name }) => name)).toEqual([
      "10-a/1.yaml",
      "10-a/2.yaml",
      "20-b.yaml",
    ]);
  });

  test("are only those for the version", async () => {
    await write("overlays/a.yaml", overlay("a", "x-applies-to: [v2.0]\n"));
    await write("overlays/b.yaml", overlay("b"));
    expect((await loadOverlays(specs, "v2.0")).map(({ name }) => name)).toEqual(["a.yaml", "b.yaml"]);
    expect((await loadOverlays(specs, "v2.1")).map(({ name }) => name)).toEqual(["b.yaml"]);
  });

  test("may state shared parts once, and each use is a separate value", async () => {
    const uses = Array.from({ length: 300 }, () => "{ <<: *site, floor: 1 }, *site").join(", ");
    await write(
      "overlays/a.yaml",
      `overlay: 1.0.0
info: { title: a, version: 1.0.0 }
x-parts: { site: &site { name: Hotel, opened: 2025-01-01 } }
actions: [{ target: $, update: { sites: [${uses}] } }]
`,
    );
    const [action] = (await loadOverlays(specs, "v2.0")).flatMap(({ value }) => arrayIn(value, "actions"));
    const { sites } = asObject(asObject(action, "action")["update"], "update");
    const [first, second, , fourth] = isArray(sites) ? sites : [];
    // A date remains a string, as in JSON.
    expect([first, second]).toEqual([
      { name: "Hotel", opened: "2025-01-01", floor: 1 },
      { name: "Hotel", opened: "2025-01-01" },
    ]);
    expect(fourth).toEqual(second);
    expect(fourth).not.toBe(second);
  });

  test.each([
    ["no YAML", "a: [", "bad.yaml: "],
    ["the same key twice", "overlay: 1.0.0\noverlay: 1.0.0\n", "bad.yaml: Map keys must be unique"],
    ["no overlay", "hello", "bad.yaml: expected an object"],
  ])("name the file that is %s", async (_, text, message) => {
    await write("overlays/bad.yaml", text);
    await expect(loadOverlays(specs, "v2.0")).rejects.toThrow(message);
  });
});

function versionList(...versions: string[]): string {
  const entries = VERSION_LIST.versions.filter(({ version }) => versions.includes(version));
  return stringify({ ...VERSION_LIST, copies: {}, versions: entries });
}

describe("the effective document", () => {
  test("is the document of the version with its overlays applied in order", async () => {
    await write("v2.0/openapi.json", '{"openapi":"3.1.0","title":"upstream"}');
    await write("overlays/1.yaml", overlay("first"));
    await write("overlays/2.yaml", overlay("last"));
    expect(await effectiveDocument(specs, "v2.0")).toEqual({ openapi: "3.1.0", title: "last" });
  });

  test("cannot be built if an overlay does not match; the message names the document", async () => {
    await write("v2.1/openapi.json", "{}");
    await write("versions.yaml", versionList("v2.1"));
    await write("overlays/1.yaml", overlay("first").replace("target: $", "target: $.paths"));
    await expect(effectiveDocument(specs, "v2.1")).rejects.toThrow(
      "1.yaml: actions[0] (target $.paths) matches nothing in v2.1/openapi.json; correct the place, or add `x-optional: true`",
    );
  });

  test("may lack a target that exists in another version, unless the overlay is only for this one", async () => {
    await write("versions.yaml", versionList("v2.0", "v2.1"));
    await write("v2.0/openapi.json", '{"paths":{}}');
    const servers = [{ url: "https://api.example/v2.1" }];
    await write("v2.1/openapi.json", JSON.stringify({ servers }));
    await write("overlays/1.yaml", overlay("first").replace("target: $", "target: $.paths"));
    expect(await effectiveDocument(specs, "v2.1")).toEqual({ servers });

    await write("overlays/1.yaml", overlay("first", "x-applies-to: [v2.1]\n").replace("target: $", "target: $.paths"));
    await expect(effectiveDocument(specs, "v2.1")).rejects.toThrow("matches nothing in v2.1/openapi.json");
  });
});

test.each(VERSIONS)(
  "the overlays of %s in this repository name neither operationIds, nor components and parameters of upstream",
  async (version) => {
    const overlays = await loadOverlays(SPECS, version);
    const targets = overlays
      .flatMap(({ value }) => arrayIn(value, "actions"))
      .flatMap((action) => (valueAt(action, "target") === undefined ? [] : [stringIn(action, "target")]));
    expect(targets).not.toEqual([]);
    expect(
      targets.filter(
        (target) => !/^\$($|\.components($|\.examples[.[])|\['components'\]\['examples'\][.[])/.test(target ?? ""),
      ),
    ).toEqual([]);
  },
);
