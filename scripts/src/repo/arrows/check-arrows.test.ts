import { expect, test } from "vitest";
import { checkArrows } from "./check-arrows.ts";
import { importsOf } from "./imports-of.ts";
import { RULES, SEAMS } from "./rules.ts";

const check = (path: string, ...imports: string[]) => checkArrows([{ path, imports }], RULES, SEAMS);

test("a package may import what an arrow points at, Node's modules and its own files", () => {
  expect(check("packages/client/src/client.ts", "node:fs", "./retry.ts", "@nectar-sdk/api-v2.2")).toEqual([]);
  expect(check("packages/client/src/transport/openapi-fetch.ts", "openapi-fetch", "../retry.ts")).toEqual([]);
});

test("an api package imports nothing", () => {
  expect(check("packages/api-v2.2/src/index.ts", "./schema.ts")).toEqual([]);
  expect(check("packages/api-v2.2/src/index.ts", "openapi-fetch")).toHaveLength(1);
});

test("testing never imports the client, nor does migrate", () => {
  expect(check("packages/testing/src/mock.ts", "@nectar-sdk/client")).toEqual([
    expect.stringContaining('may not import "@nectar-sdk/client"'),
  ]);
  expect(check("packages/migrate/src/diff.ts", "@nectar-sdk/client/paginator")).toHaveLength(1);
});

test("a sibling's sources are out of reach, by relative path and by name", () => {
  expect(check("packages/client/src/client.ts", "../../api-v2.2/src/index.ts")).toEqual([
    expect.stringContaining("import the package by name"),
  ]);
  expect(check("packages/client/src/client.ts", "@nectar-sdk/api-v2.2/src/index.ts")).toEqual([
    expect.stringContaining("reaches into a sibling's src"),
  ]);
});

test("openapi-fetch and openapi-typescript are imported by one file each", () => {
  expect(check("packages/client/src/client.ts", "openapi-fetch")).toEqual([
    expect.stringContaining("is imported by packages/client/src/transport/openapi-fetch.ts alone"),
  ]);
  expect(check("scripts/src/codegen/generate.ts", "openapi-typescript")).toHaveLength(1);
});

test("a folder without an arrow is a violation, so that a new package has to draw its own", () => {
  expect(check("packages/new/src/index.ts")).toEqual([expect.stringContaining("no arrow is drawn")]);
});

test("imports are found in every form that TypeScript has", () => {
  const text = `
    import a from "a";
    import type { B } from "b";
    export * from "c";
    export { d } from "d";
    const e = await import("e");
    type F = import("f").F;
    // import "comment"
    const s = 'import "string"';
  `;
  expect(importsOf("x.ts", text)).toEqual(["a", "b", "c", "d", "e", "f"]);
});
