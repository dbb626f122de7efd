import type { JsonObject } from "@nectar-sdk/openapi/document";
import { hostileDocument, type Place, type TextAt } from "./hostile-document.ts";
import { answering, documentOf, smallDocument } from "./small-document.ts";

/** A document as an attacker would write it. */
export interface HostileDocument {
  readonly name: string;
  /** JSON or YAML. */
  readonly text: () => string;
  /** Whether a package comes of it in the end. */
  readonly outcome: "generated" | "refused";
  /** Text that one of the commands prints. */
  readonly says?: string;
}

const CALL = "CANARY()";

/** The document with a payload at every place of the given kinds. */
function withPayload(payload: string, ...places: readonly Place[]): () => string {
  const at: TextAt = (place, plain) => (places.includes(place) ? payload : plain);
  return () => JSON.stringify(hostileDocument(at));
}

/** The document with a payload added to every place of the given kinds, so that no two names are the same. */
function withEnding(payload: string, ...places: readonly Place[]): () => string {
  const at: TextAt = (place, plain) => (places.includes(place) ? `${plain}${payload}` : plain);
  return () => JSON.stringify(hostileDocument(at));
}

function text(document: JsonObject): () => string {
  return () => JSON.stringify(document);
}

const nested = (levels: number): string => `${'{"items":'.repeat(levels)}{}${"}".repeat(levels)}`;

const SELF = { $ref: "#/components/schemas/Thing" };
const SCHEMA_AT = "#/components/schemas/Thing";

export const DOCUMENTS: readonly HostileDocument[] = [
  { name: "ends of comments in every text", text: withPayload(`*/ ${CALL}; /*`, "text"), outcome: "generated" },
  {
    name: "template literals in every text",
    text: withPayload(["`$", `{${CALL}}\``].join(""), "text"),
    outcome: "generated",
  },
  {
    name: "quotes and line breaks in every text",
    text: withPayload(`"';\n${CALL};\r//`, "text"),
    outcome: "generated",
  },
  {
    name: "Unicode line breaks in every text",
    text: withPayload(`a\u2028${CALL}\u2029\u0085`, "text"),
    outcome: "generated",
  },
  { name: "unicode escapes in every text", text: withPayload(`\\u002a\\u002f ${CALL}`, "text"), outcome: "generated" },
  { name: "writing direction in every text", text: withPayload(`\u202e${CALL}\u2066`, "text"), outcome: "generated" },
  {
    name: "commands of a CI runner in every text",
    text: withPayload(`\n::error::a\n##[group]b\n`, "text"),
    outcome: "generated",
  },
  {
    name: "control characters of a terminal in every text",
    text: withPayload("\u001b[2J\u0007\0", "text"),
    outcome: "generated",
  },
  { name: "HTML in every text", text: withPayload(`</script><script>${CALL}</script>`, "text"), outcome: "generated" },
  {
    name: "tags of documentation in every text",
    text: withPayload(`@deprecated {@link a} @ts-ignore`, "text"),
    outcome: "generated",
  },
  { name: "a very long text everywhere", text: withPayload("a".repeat(20_000), "text"), outcome: "generated" },
  { name: "ends of strings in every key", text: withEnding(`"]: 1 }; ${CALL}; //`, "key"), outcome: "generated" },
  { name: "line breaks in every key", text: withEnding(`\n${CALL}\r//`, "key"), outcome: "generated" },
  { name: "backticks and quotes in every key", text: withEnding(`\`'"`, "key"), outcome: "generated" },
  { name: "half a surrogate pair in every key", text: withEnding("\uD800", "key"), outcome: "refused" },
  { name: "a very long key everywhere", text: withEnding("a".repeat(5000), "key"), outcome: "generated" },
  { name: "prototypes for every key", text: withPayload("__proto__", "key"), outcome: "generated" },
  { name: "words of TypeScript for every key", text: withPayload("constructor", "key"), outcome: "generated" },
  { name: "code in every name", text: withEnding(`"; ${CALL}; //`, "name"), outcome: "generated" },
  {
    name: "a command of a CI runner in every name",
    text: withEnding("\n::set-output name=a::b", "name"),
    outcome: "generated",
  },
  { name: "quotes in every address", text: withEnding(`"'\`|>${CALL}`, "address"), outcome: "generated" },
  {
    name: "a reference whose first part is code",
    text: text(
      documentOf(
        { Thing: { $ref: `#/${encodeURIComponent(`string; ${CALL}; type A = string`)}/a` } },
        { [`string; ${CALL}; type A = string`]: { a: {} } },
      ),
    ),
    outcome: "refused",
    says: "not a place in components, paths or webhooks",
  },
  {
    name: "a reference to itself",
    text: text(documentOf({ Thing: SELF })),
    outcome: "refused",
    says: "refers to itself",
  },
  {
    name: "a schema that extends itself a thousand times over",
    text: text(documentOf({ Thing: { allOf: Array.from({ length: 30 }, () => SELF) } })),
    outcome: "refused",
    says: SCHEMA_AT,
  },
  {
    name: "a document a thousand levels deep",
    text: () => `{"openapi":"3.1.0","x-a":${nested(1000)}}`,
    outcome: "refused",
    says: "is nested more than 100 levels deep",
  },
  {
    name: "a document a million levels deep",
    text: () => `{"openapi":${"[".repeat(1_000_000)}`,
    outcome: "refused",
    says: "is nested more than 100 levels deep",
  },
  {
    name: "YAML ten thousand levels deep",
    text: () => `openapi: ${"[".repeat(10_000)}`,
    outcome: "refused",
    says: "is nested more than 100 levels deep",
  },
  {
    name: "YAML whose alias refers to itself",
    text: () => "openapi: 3.1.0\ninfo: &a\n  b: *a\n",
    outcome: "refused",
    says: "contains an alias at #/info/b that refers to itself",
  },
  { name: "YAML whose aliases grow without end", text: bomb, outcome: "refused", says: "alias" },
  {
    name: "YAML with one long text a hundred times",
    text: longAlias,
    outcome: "refused",
    says: "has more than",
  },
  {
    name: "a schema with the methods of every object",
    text: text(documentOf({ hasOwnProperty: { type: "object", properties: { valueOf: {} } } })),
    outcome: "refused",
    says: "openapi-typescript cannot read a document with this name",
  },
  {
    name: "names that only look like escapes",
    text: text(
      documentOf({ Thing: { type: "object", properties: { "100%": { type: "object", properties: { "%zz": {} } } } } }),
    ),
    outcome: "refused",
    says: "openapi-typescript cannot read the document (URI malformed)",
  },
  {
    name: "structures of another kind",
    text: text(
      smallDocument({ "/a": { get: { operationId: "a", ...answering({ oneOf: [true, 5, null], properties: [] }) } } }),
    ),
    outcome: "refused",
  },
];

function bomb(): string {
  const lines = Array.from({ length: 12 }, (_, index) => `k${index}: &k${index} [${`*k${index - 1}, `.repeat(9)}x]`);
  return `k-1: &k-1 x\n${lines.join("\n")}\n`;
}

function longAlias(): string {
  return `a: &a ${"x".repeat(1_000_000)}\nb: [${"*a, ".repeat(90)}*a]\n`;
}
