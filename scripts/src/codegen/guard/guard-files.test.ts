import { describe, expect, test } from "vitest";
import { problemLine } from "../problem.ts";
import { checkSource } from "./guard-files.ts";

const checkLines = (source: string): string[] => checkSource("src/a.ts", source, ["table"]).map(problemLine);

test("a module may contain types, their imports and exports, and the given constants", () => {
  const source = `
import type { B } from "./b.js";
import { value } from "./value.js";
export type * from "./b.js";
export { value } from "./value.js";
/** Text. */
export interface A extends B { a?: string; "*/ b()": "c"; d(e: number): void }
export type C<T> = T extends string ? { [K in keyof B]: T } : never;
export const table: Readonly<Record<string, unknown>> = {
  a: "x", "b": 1, ["__proto__"]: -2, c: [true, null, value], d: { e: "\${f()}" },
} satisfies object;
`;

  expect(checkLines(source)).toEqual([]);
});

const REPORT = "do not use the document; report it: one of its strings became code";

describe("a module with any other statement is refused with the line", () => {
  test.each([
    "globalThis.a = 1;",
    "import './b.js';",
    "import { a } from 'node:fs';",
    "import a from './b.js';",
    "export { a } from '../b.js';",
    "export * from 'https://example.com/a.js';",
    "export const other = 1;",
    "export let table = 1;",
    "export const table = call();",
    "export const table = { a: new Date() };",
    "export const table = { [call()]: 1 };",
    "export const table = { get a() { return 1; } };",
    "export const table = { ...other };",
    "export const table = [`a`];",
    "export const table = a.b;",
    "export const table = () => 1;",
    "export const { table } = a;",
    "export default 1;",
    "export function table() {}",
    "export class A { static { a(); } }",
    "export enum A { B = 1 }",
    "namespace A { a(); }",
    "declare global { interface Array<T> { a: T } }",
    "import a = require('b');",
    "{ a(); }",
    ";",
  ])("%s", (source) => {
    expect(checkLines(source)).toContain(`src/a.ts:1: contains more than types and constants: ${source}; ${REPORT}`);
  });

  test.each([
    ["export type A = import('node:fs').Stats;", "takes a type from another module"],
    ["/// <reference path='../a.ts' />", "refers to another file"],
    ["/// <reference types='node' />", "refers to another file"],
    ["/// <reference lib='dom' />", "refers to another file"],
    ["export interface A {", "is not TypeScript: '}' expected."],
  ])("%s", (source, message) => {
    expect(checkLines(source)).toContain(`src/a.ts:1: ${message}; ${REPORT}`);
  });
});

test("a long statement is shown by its beginning", () => {
  expect(checkLines(`call("${"a".repeat(1000)}");`)).toEqual([
    `src/a.ts:1: contains more than types and constants: call("${"a".repeat(54)}…; ${REPORT}`,
  ]);
});
