import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CodegenError, problemLine } from "../problem.ts";
import { parseCallName } from "./call-name.ts";
import { listUnusedDescriptions, parseResources } from "./parse-resources.ts";

const PRODUCT = "product: API\n";

/** A file with these lines as its operations; the first of them is line 3. */
function withOperations(...lines: readonly string[]): string {
  return `${PRODUCT}operations:\n${lines.map((line) => `  ${line}\n`).join("")}`;
}

function listProblems(text: string): string[] {
  try {
    parseResources(text);
  } catch (error) {
    if (error instanceof CodegenError) return error.message.split("\n");
    throw error;
  }
  return [];
}

describe("resources.yaml", () => {
  test("names operations, and describes the product and its resources", () => {
    const text = `${withOperations("a_list: things.list", "", "b: things.delete # gone")}resources:\n  things: All things.\n`;

    const { names, docs } = parseResources(text);

    expect([...names]).toEqual([
      ["a_list", { resource: "things", method: "list" }],
      ["b", { resource: "things", method: "delete" }],
    ]);
    expect(docs).toEqual({ product: "API", resources: new Map([["things", "All things."]]) });
  });

  test("may have the line ends of any system", () => {
    const text = withOperations("# why", "a: things.list", "b: things.delete");
    expect(parseResources(text.replaceAll("\n", "\r\n"))).toEqual(parseResources(text));
  });

  test("may name an operation after a property of every object", () => {
    const { names } = parseResources(withOperations("__proto__: a.b", "constructor: a.c"));
    expect([...names.keys()]).toEqual(["__proto__", "constructor"]);
  });

  test("gives no two operations the same name", () => {
    expect(listProblems(withOperations("a: things.list", "", "b: things.list"))).toEqual([
      "specs/resources.yaml:5: things.list is already the name of a; choose another one for b",
    ]);
  });

  test("has each operation once", () => {
    expect(listProblems(withOperations("a: things.list", "a: things.other"))).toEqual([
      expect.stringMatching(/^specs\/resources\.yaml:4: Map keys must be unique at line 4, column 3:; write /),
    ]);
  });

  test("describes only resources that have an operation", () => {
    const resources = parseResources(`${withOperations("a: things.list")}resources:\n  things: A.\n  other: B.\n`);
    expect(listUnusedDescriptions(resources).map(problemLine)).toEqual([
      "specs/resources.yaml: no operation belongs to the resource other; remove the line",
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
    expect(listProblems(withOperations(`a: ${name}`))).toEqual([
      `specs/resources.yaml:3: "${shown}" is not a valid name for a; expected \`<resource>.<method>\` in camel case`,
    ]);
  });

  test("reports every invalid line", () => {
    const problems = listProblems(withOperations("a: x", "b: things.list", "c: y", "d: things.list"));

    expect(problems.map((line) => line.split(": ")[0])).toEqual([
      "specs/resources.yaml:3",
      "specs/resources.yaml:5",
      "specs/resources.yaml:6",
    ]);
  });

  test.each(["- a\n- b\n", "just text\n", "", "operations: {}\n"])("without a product is refused: %j", (text) => {
    expect(listProblems(text)).toEqual([
      expect.stringMatching(/^specs\/resources\.yaml: expected a map with a `product`; write /),
    ]);
  });

  test("is refused with the line of its syntax error", () => {
    expect(listProblems(`${PRODUCT}b: [\n`)[0]).toMatch(/^specs\/resources\.yaml:\d+: .+; write /);
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
