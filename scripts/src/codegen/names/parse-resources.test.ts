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
    const lines = ["GET /a: { name: things.list, id: a_list }", "", "DELETE /a/{}: things.delete # gone"];
    const text = `${withOperations(...lines)}resources:\n  things: All things.\n`;

    const { operations, docs } = parseResources(text);

    expect(operations).toEqual([
      {
        key: "GET /a",
        id: "a_list",
        name: { resource: "things", method: "list" },
        at: "specs/resources.yaml:3",
      },
      {
        key: "DELETE /a/{}",
        id: undefined,
        name: { resource: "things", method: "delete" },
        at: "specs/resources.yaml:5",
      },
    ]);
    expect(docs).toEqual({ product: "API", resources: new Map([["things", "All things."]]) });
  });

  test("may have the line ends of any system", () => {
    const text = withOperations("# why", "GET /a: things.list", "GET /b: things.delete");
    expect(parseResources(text.replaceAll("\n", "\r\n"))).toEqual(parseResources(text));
  });

  test("reads a path in the spelling of any document", () => {
    const { operations } = parseResources(withOperations("get /v2/a/{id}/: a.b", '"GET /a": a.c'));
    expect(operations.map(({ key }) => key)).toEqual(["GET /a/{}", "GET /a"]);
  });

  test("has each path and each id once", () => {
    const lines = ["GET /a: { name: a.b, id: x }", "GET /a/: a.c", "GET /b: { name: a.d, id: x }"];
    expect(listProblems(withOperations(...lines))).toEqual([
      "specs/resources.yaml:4: GET /a/ is the same operation as GET /a; remove one of the two lines",
      "specs/resources.yaml:5: x is already the id of GET /a; correct the id of GET /b",
    ]);
  });

  test.each(["thing_list", "GET", "GETS /a", "null", "[GET]", "__proto__"])("refuses the key %j", (key) => {
    const shown = key === "[GET]" ? "(not a string)" : key;
    expect(listProblems(withOperations(`${key}: things.list`))).toEqual([
      `specs/resources.yaml:3: "${shown}" does not name an operation; expected a method and a path, such as \`GET /document/company/{}\``,
    ]);
  });

  test("gives no two operations the same name", () => {
    expect(listProblems(withOperations("GET /a: things.list", "", "GET /b: things.list"))).toEqual([
      "specs/resources.yaml:5: things.list is already the name of GET /a; choose another one for GET /b",
    ]);
  });

  test("has each operation once", () => {
    expect(listProblems(withOperations("GET /a: things.list", "GET /a: things.other"))).toEqual([
      expect.stringMatching(/^specs\/resources\.yaml:4: Map keys must be unique at line 4, column 3:; write /),
    ]);
  });

  test("describes only resources that have an operation", () => {
    const resources = parseResources(`${withOperations("GET /a: things.list")}resources:\n  things: A.\n  other: B.\n`);
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
    ["{ id: a }", "(a map or list)"],
    ["{ name: things.list, id: 5 }", "(a map or list)"],
    ["{ name: things.list, ids: a }", "(a map or list)"],
    ["", "null"],
  ])("refuses the name %j", (name, shown) => {
    expect(listProblems(withOperations(`GET /a: ${name}`))).toEqual([
      `specs/resources.yaml:3: "${shown}" is not a valid name for GET /a; expected \`<resource>.<method>\` in camel case, or \`{ name: <resource>.<method>, id: <operationId> }\``,
    ]);
  });

  test("reports every invalid line", () => {
    const problems = listProblems(
      withOperations("GET /a: x", "GET /b: things.list", "GET /c: y", "GET /d: things.list"),
    );

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
