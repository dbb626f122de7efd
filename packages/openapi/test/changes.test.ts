import { expect, test } from "vitest";
import type { Change } from "../src/diff/change/change.ts";
import { diffDocuments } from "../src/diff/diff-documents.ts";
import type { Json, JsonObject } from "../src/document/json.ts";

/** A document in which `PUT /a` sends the schema, next to other members of the operation. */
function withBody(schema: Json, more: JsonObject = {}): JsonObject {
  return { paths: { "/a": { put: { requestBody: { content: { "application/json": { schema } } }, ...more } } } };
}

function findOnly(before: JsonObject, after: JsonObject): Change {
  const [change, ...others] = diffDocuments(before, after);
  expect(others).toEqual([]);
  if (change === undefined) throw new Error("expected a change");
  return change;
}

const list = (type: string, more: JsonObject = {}) => ({
  items: { properties: { "a.b": { type, ...more } } },
});

test("a change points at its place in both documents, and at the keyword that changed", () => {
  const change = findOnly(withBody(list("string", { maxLength: 3 })), withBody(list("string", { maxLength: 2 })));

  const pointer = "#/paths/~1a/put/requestBody/content/application~1json/schema/items/properties/a.b/maxLength";
  expect(change).toMatchObject({
    keyword: "maxLength",
    before: "maxLength: 3",
    after: "maxLength: 2",
    values: { before: 3, after: 2 },
    pointers: { before: pointer, after: pointer },
  });
});

test("a side that lacks the place has no pointer and no value", () => {
  const change = findOnly(withBody({ properties: { a: { type: "string" } } }), withBody({ type: "object" }));

  expect(change.pointers).toEqual({ before: expect.stringMatching(/schema\/properties\/a$/), after: undefined });
  expect(change.values).toEqual({ before: { type: "string" }, after: undefined });
});

test("a pointer leads to the part behind a reference", () => {
  const behind = (type: string) => ({
    ...withBody({ $ref: `#/components/schemas/${type}` }),
    components: { schemas: { [type]: { properties: { a: { type } } } } },
  });
  const changes = diffDocuments(behind("string"), behind("boolean"));

  expect(changes.find(({ kind }) => kind === "type-changed")?.pointers).toEqual({
    before: "#/components/schemas/string/properties/a",
    after: "#/components/schemas/boolean/properties/a",
  });
});

test("the path to a property is a list of steps", () => {
  const change = findOnly(
    withBody({ additionalProperties: list("string") }),
    withBody({ additionalProperties: list("boolean") }),
  );

  expect(change.where.field).toBe('{}[]."a.b"');
  expect(change.where.path).toEqual([
    { kind: "values", name: "" },
    { kind: "items", name: "" },
    { kind: "property", name: "a.b" },
  ]);
});

test("a value is whole even if its text is cut", () => {
  const description = "A long text. ".repeat(30);
  const change = findOnly(withBody({ type: "string" }), withBody({ type: "string", description }));

  expect(change.after?.length).toBeLessThan(100);
  expect(change.values.after).toBe(description);
});

test("an id depends on rule, place and values, and on nothing else in the documents", () => {
  const [before, after] = [list("string"), list("boolean")];
  const { id } = findOnly(withBody(before), withBody(after));
  const others = { operationId: "b", parameters: [{ name: "q", in: "query" }], description: "Another." };

  expect(id).toMatch(/^[0-9a-f]{12}$/);
  expect(findOnly(withBody(before, others), withBody(after, others)).id).toBe(id);
  expect(findOnly(withBody(after), withBody(before)).id).not.toBe(id);
  expect(findOnly(withBody(before.items), withBody(after.items)).id).not.toBe(id);
});

test("an id does not depend on the position of a parameter or of a branch", () => {
  const parameter = (name: string, type: string) => ({ name, in: "query", schema: { type } });
  const [p, q, other] = [parameter("p", "string"), parameter("q", "string"), parameter("q", "boolean")];
  const { id } = findOnly(withBody({}, { parameters: [p, q] }), withBody({}, { parameters: [p, other] }));

  expect(findOnly(withBody({}, { parameters: [q, p] }), withBody({}, { parameters: [other, p] })).id).toBe(id);
  const union = (...types: string[]) => withBody({ oneOf: types.map((type) => ({ type })) });
  const added = findOnly(union("string", "integer"), union("string", "integer", "boolean"));
  expect(findOnly(union("integer", "string"), union("boolean", "string", "integer")).id).toBe(added.id);
});

test("evidence is the weaker of both sides, from the nearest part that states it", () => {
  const graded = (evidence: string | undefined, own: string | undefined, type: string) =>
    withBody(list(type, own === undefined ? {} : { "x-evidence": own }), {
      ...(evidence === undefined ? {} : { "x-evidence": evidence }),
    });

  const evidenceOf = (before: JsonObject, after: JsonObject) => findOnly(before, after).evidence;
  expect(evidenceOf(graded("seen", undefined, "string"), graded("inferred", undefined, "boolean"))).toBe("inferred");
  expect(evidenceOf(graded("seen", "assumed", "string"), graded("inferred", undefined, "boolean"))).toBe("assumed");
  expect(evidenceOf(graded("assumed", "seen", "string"), graded("assumed", "seen", "boolean"))).toBe("seen");
  expect(evidenceOf(graded("inferred", undefined, "string"), graded(undefined, undefined, "boolean"))).toBe("inferred");
  expect(evidenceOf(graded(undefined, undefined, "string"), graded("surely", undefined, "boolean"))).toBeUndefined();
});

test("the selected view decides the severity", () => {
  const closed = (...values: string[]) => withBody({ type: "string", enum: values });
  const [before, after] = [withBody({ type: "string", maxLength: 3 }), withBody({ type: "string", maxLength: 2 })];
  const severities = (["wire", "typescript", "both"] as const).map((view) =>
    diffDocuments(before, after, { view }).map(({ severity, wire, typescript }) => [severity, wire, typescript]),
  );

  expect(severities).toEqual([
    [["breaking", "breaking", "none"]],
    [["text", "breaking", "none"]],
    [["breaking", "breaking", "none"]],
  ]);
  expect(diffDocuments(closed("A"), closed("A", "B"), { view: "typescript" })[0]?.severity).toBe("additive");
});
