import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CodegenError } from "../problem.ts";
import { parseCallName } from "./call-name.ts";
import { parseResources } from "./parse-resources.ts";

const FORM = "write one line for each operation: `<operationId>: <resource>.<method>`";

function linesOf(text: string): string[] {
  try {
    parseResources(text);
  } catch (error) {
    if (error instanceof CodegenError) return error.message.split("\n");
    throw error;
  }
  return [];
}

describe("resources.yaml", () => {
  test("maps operation ids to names", () => {
    const names = parseResources("# why\na_list: things.list\n\nb: things.delete # gone\n");
    expect([...names]).toEqual([
      ["a_list", { resource: "things", method: "list" }],
      ["b", { resource: "things", method: "delete" }],
    ]);
  });

  test("may have the line ends of any system", () => {
    const text = "# why\na: things.list\nb: things.delete\n";
    expect(parseResources(text.replaceAll("\n", "\r\n"))).toEqual(parseResources(text));
  });

  test("may name an operation after anything that objects have", () => {
    expect([...parseResources("__proto__: a.b\nconstructor: a.c\n").keys()]).toEqual(["__proto__", "constructor"]);
  });

  test("gives no two operations one name", () => {
    expect(linesOf("a: things.list\n\nb: things.list\n")).toEqual([
      "specs/resources.yaml:3: things.list is already the name of a; choose another one for b",
    ]);
  });

  test("has each operation once", () => {
    expect(linesOf("a: things.list\na: things.other\n")).toEqual([
      `specs/resources.yaml:2: Map keys must be unique at line 2, column 1:; ${FORM}`,
    ]);
  });

  test.each([
    ["things", "things"],
    ["things.list.all", "things.list.all"],
    ["Things.list", "Things.list"],
    ["things.with", "things.with"],
    ["raw.list", "raw.list"],
    ["things.then", "things.then"],
    ["things.2nd", "things.2nd"],
    ["1.5", "1.5"],
    ["[a, b]", "(a map or list)"],
    ["", "null"],
  ])("refuses the name %j", (name, shown) => {
    expect(linesOf(`a: ${name}`)).toEqual([
      `specs/resources.yaml:1: "${shown}" is no name of the form resource.method for a; ${FORM}`,
    ]);
  });

  test("names every line that is wrong", () => {
    expect(linesOf("a: x\nb: things.list\nc: y\nd: things.list\n").map((line) => line.split(": ")[0])).toEqual([
      "specs/resources.yaml:1",
      "specs/resources.yaml:3",
      "specs/resources.yaml:4",
    ]);
  });

  test.each(["- a\n- b\n", "just text\n", ""])("that is no map is refused: %j", (text) => {
    expect(linesOf(text)).toEqual([`specs/resources.yaml: is no map of names; ${FORM}`]);
  });

  test("that is no YAML is refused with the line", () => {
    expect(linesOf("a: things.list\nb: [\n")[0]).toMatch(/^specs\/resources\.yaml:\d+: .+; write one line/);
  });
});

test("a name is usable if and only if it can be a member of a client", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (resource, method) => {
      const name = parseCallName(`${resource}.${method}`);
      if (name === undefined) return;
      expect(`${name.resource}${name.method}`).toMatch(/^[A-Za-z][A-Za-z0-9]*$/);
      expect(name.resource in {} || name.method in {}).toBe(false);
    }),
  );
});
