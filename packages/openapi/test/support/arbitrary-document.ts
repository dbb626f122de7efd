import fc from "fast-check";
import type { Json, JsonObject } from "../../src/document/json.ts";
import { METHODS } from "../../src/document/list-operations.ts";
import { ANY, type Child, type Kind, STRUCTURE } from "../../src/normalise/structure.ts";

/** Names that documents of strangers use for anything. */
const NAMES = [
  "A",
  "B",
  "BlankEnum",
  "__proto__",
  "constructor",
  "a/b~c",
  "company_id",
  "",
  "/v2/a",
  "/v2/b/{company_id}/",
  "404",
  "200",
];

const REFERENCES = [
  ...["A", "B", "BlankEnum", "Gone", "__proto__"].map((name) => `#/components/schemas/${name}`),
  ...["parameters/A", "responses/A", "responses/B", "requestBodies/A", "parameters/A/schema"].map(
    (end) => `#/components/${end}`,
  ),
  ...["#/components/schemas/A/properties/A", "#/components/schemas/A/allOf/0", "#/paths/~1v2~1a/get/parameters/0"],
  ...["#", "#/", "other.json#/A", "#/components/%zz", ""],
];

/** Values of keywords that rules read, by keyword. */
const VALUES: Readonly<Record<string, readonly Json[]>> = {
  openapi: ["3.0.3", "3.1.0", "3.1.1", "2.0"],
  type: ["string", "object", "null", ["string", "null"], ["null", "integer"], []],
  enum: [["A", "B"], [""], [null], ["A", null], [1, 2], ["A", 1], [true], []],
  "x-extensible-enum": [["A"]],
  nullable: [true, false],
  minimum: [1],
  exclusiveMinimum: [true, 1],
  example: ["a", null],
  examples: [["a"], [], { A: { value: 1 } }],
  format: ["binary", "byte"],
  contentMediaType: ["application/octet-stream"],
  const: [null, "a"],
  required: [["b", "a"], true, []],
  description: ["", " ", "D"],
  default: [null],
  readOnly: [true],
  discriminator: [{ propertyName: "A" }, { propertyName: "A", mapping: { a: "#/components/schemas/A", b: "B" } }],
  in: ["path", "query", "header"],
  name: ["company_id", "companyId", "page", "日本"],
  url: ["https://x", "https://x/v2/", "/"],
  operationId: ["a_2"],
};

const KEYWORDS: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  document: ["openapi"],
  schema: Object.keys(VALUES).filter((key) => !["openapi", "in", "name", "url", "operationId"].includes(key)),
  parameter: ["in", "name", "required", "description", "example", "examples"],
  mediaType: ["example", "examples"],
  server: ["url", "description"],
  operation: ["operationId", "description"],
};

const garbage = fc.constantFrom<Json>(null, true, 5, "text", [], [null, 1], {}, [[]]);

/** Documents that look like OpenAPI and may break it anywhere: circles, references into parts, values of any type in any place. */
export const arbitraryDocument: fc.Arbitrary<JsonObject> = makeNodes()("document", 7);

/** Makes each kind of node once for each depth: a tree of arbitraries would have millions. */
function makeNodes(): NodeOf {
  const made = new Map<string, fc.Arbitrary<JsonObject>>();
  const nodeOf: NodeOf = (kind, depth) => {
    const known = made.get(`${kind} ${depth}`) ?? makeNode(kind, depth, nodeOf);
    made.set(`${kind} ${depth}`, known);
    return known;
  };
  return nodeOf;
}

type NodeOf = (kind: Kind, depth: number) => fc.Arbitrary<JsonObject>;

function makeNode(kind: Kind, depth: number, nodeOf: NodeOf): fc.Arbitrary<JsonObject> {
  const keywords = (KEYWORDS[kind] ?? ["description"]).map((key) => [key, oneOf(VALUES[key] ?? [])] as const);
  const children =
    depth === 0
      ? []
      : [...STRUCTURE[kind]].map(
          ([key, child]) => [key === ANY ? "A" : key, childOf(child, depth - 1, nodeOf)] as const,
        );
  const entries = [...keywords, ...children].map(([key, value]) =>
    fc.tuple(fc.constant(key), fc.oneof({ weight: 20, arbitrary: value }, { weight: 1, arbitrary: garbage })),
  );
  const plain = pick(entries, kind === "document" || kind === "components" ? 6 : 3);
  return kind === "document"
    ? plain
    : fc.oneof({ weight: 4, arbitrary: plain }, { weight: 1, arbitrary: referenceWith(plain) });
}

function childOf({ kind, isMap }: Child, depth: number, nodeOf: NodeOf): fc.Arbitrary<Json> {
  const node = nodeOf(kind, depth);
  if (!isMap) return fc.oneof<fc.Arbitrary<Json>[]>(node, fc.array(node, { maxLength: 2 }));
  const name = kind === "operation" ? fc.constantFrom(...METHODS) : fc.constantFrom(...NAMES);
  return fc.array(fc.tuple(name, node), { maxLength: 3 }).map((entries): Json => Object.fromEntries(entries));
}

function referenceWith(beside: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> {
  return fc
    .tuple(oneOf(REFERENCES), fc.boolean(), beside)
    .map(([$ref, isAlone, rest]) => (isAlone ? { $ref } : { ...rest, $ref }));
}

function pick(entries: readonly fc.Arbitrary<[string, Json]>[], most: number): fc.Arbitrary<JsonObject> {
  return fc.array(fc.oneof(...entries), { maxLength: most }).map((chosen): JsonObject => Object.fromEntries(chosen));
}

function oneOf<T extends Json>(values: readonly T[]): fc.Arbitrary<T> {
  return fc.constantFrom(...values);
}
