/**
 * The effect of a change on one kind of reader.
 * `maybe` breaks some of them: a dropped format breaks only callers that validate it.
 */
export type Judgement = "none" | "additive" | "maybe" | "breaking";

/** Which way a value travels, seen from the consumer of the API. `none`: no operation reaches it. */
export type Direction = "request" | "response" | "both" | "none";

/** Wire first, TypeScript second. */
type Pair = readonly [wire: Judgement, typescript: Judgement];

interface Directional {
  readonly request: Pair;
  readonly response: Pair;
}

const NO_EFFECT: Pair = ["none", "none"];
const ADDITIVE: Pair = ["additive", "additive"];
const BREAKING: Pair = ["breaking", "breaking"];
const WIRE_MAYBE: Pair = ["maybe", "none"];
const WIRE_BREAKING: Pair = ["breaking", "none"];
const WIRE_ADDITIVE: Pair = ["additive", "none"];
const TYPES_ADDITIVE: Pair = ["none", "additive"];
const TYPES_BREAKING: Pair = ["none", "breaking"];
const LOST_TO_TYPES: Pair = ["maybe", "breaking"];

/** Judgements that apply in both directions. */
const PLAIN = {
  "openapi-version-changed": NO_EFFECT,
  "info-changed": NO_EFFECT,
  "tags-changed": NO_EFFECT,
  "text-changed": NO_EFFECT,
  "extension-changed": NO_EFFECT,
  "keyword-changed": WIRE_MAYBE,
  "default-server-changed": WIRE_BREAKING,
  "server-added": WIRE_ADDITIVE,
  "server-removed": WIRE_BREAKING,
  "security-scheme-added": WIRE_ADDITIVE,
  "security-scheme-removed": WIRE_BREAKING,
  "security-scheme-changed": WIRE_BREAKING,
  "security-alternative-added": WIRE_ADDITIVE,
  // Requests that authenticated before send more than is needed.
  "security-loosened": WIRE_ADDITIVE,
  "security-alternative-removed": WIRE_BREAKING,
  "operation-added": ADDITIVE,
  "operation-removed": BREAKING,
  // A version prefix may move between the server and the path; only raw paths in code break for sure.
  "path-respelled": ["maybe", "breaking"],
  // Requests and resource methods stay; code that names the id in the exported `operations` no longer compiles.
  "operation-id-changed": TYPES_BREAKING,
  "operation-id-added": TYPES_ADDITIVE,
  "webhook-added": ADDITIVE,
  "webhook-removed": BREAKING,
  "callback-added": ADDITIVE,
  "callback-removed": BREAKING,
  // A caller of a deprecated operation sees a strike-through in the editor, not an error.
  deprecated: TYPES_ADDITIVE,
  undeprecated: NO_EFFECT,
  // The position in the path does not change; only code that names the key breaks.
  "path-parameter-renamed": TYPES_BREAKING,
  "serialization-changed": WIRE_BREAKING,
  "component-added": TYPES_ADDITIVE,
  "component-removed": TYPES_BREAKING,
  "component-renamed": TYPES_BREAKING,
  // No package exports a type for a shared parameter, header, body or response.
  "shared-part-added": NO_EFFECT,
  "shared-part-removed": NO_EFFECT,
  "shared-part-renamed": NO_EFFECT,
  // The types are structural: another name for the same shape compiles; differences in shape are reported separately.
  "reference-changed": NO_EFFECT,
  // Only if a value cannot fit two branches.
  "union-keyword-changed": NO_EFFECT,
  "discriminator-changed": ["maybe", "maybe"],
  "access-changed": WIRE_MAYBE,
  "encoding-changed": WIRE_MAYBE,
  // A type contains the media type with its spelling.
  "media-type-respelled": ["none", "maybe"],
  "media-type-parameters-changed": ["maybe", "maybe"],
  // `binary` is the only format that changes the type: a Blob instead of a string.
  "binary-changed": BREAKING,
} satisfies Record<string, Pair>;

/** Judgements that depend on the direction: one side may now omit a value, so the other must expect its absence. */
const DIRECTIONAL = {
  "parameter-added": { request: ADDITIVE, response: ADDITIVE },
  "required-parameter-added": { request: BREAKING, response: ADDITIVE },
  "parameter-removed": { request: LOST_TO_TYPES, response: BREAKING },
  "parameter-became-required": { request: BREAKING, response: ADDITIVE },
  "parameter-became-optional": { request: ADDITIVE, response: BREAKING },
  "body-added": { request: ADDITIVE, response: ADDITIVE },
  "required-body-added": { request: BREAKING, response: ADDITIVE },
  "body-removed": { request: LOST_TO_TYPES, response: BREAKING },
  "body-became-required": { request: BREAKING, response: ADDITIVE },
  "body-became-optional": { request: ADDITIVE, response: BREAKING },
  "media-type-added": { request: ADDITIVE, response: ["additive", "maybe"] },
  "media-type-removed": { request: BREAKING, response: BREAKING },
  // A new success status widens the union that a caller reads.
  "success-status-added": { request: ADDITIVE, response: ["maybe", "maybe"] },
  "success-status-removed": { request: BREAKING, response: BREAKING },
  "error-status-added": { request: ADDITIVE, response: ADDITIVE },
  "error-status-removed": { request: LOST_TO_TYPES, response: TYPES_BREAKING },
  // A range or `default` takes the place of a status, or the reverse; the contents are compared.
  "status-merged": { request: ADDITIVE, response: ["maybe", "maybe"] },
  "status-split": { request: ADDITIVE, response: ["additive", "maybe"] },
  "status-narrowed": { request: BREAKING, response: ["none", "maybe"] },
  // Names of headers have no case, but the keys of types do.
  "header-respelled": { request: TYPES_BREAKING, response: NO_EFFECT },
  "header-added": { request: ADDITIVE, response: ADDITIVE },
  "header-removed": { request: LOST_TO_TYPES, response: LOST_TO_TYPES },
  "header-became-required": { request: BREAKING, response: ADDITIVE },
  "header-became-optional": { request: ADDITIVE, response: BREAKING },
  "property-added": { request: ADDITIVE, response: ADDITIVE },
  "required-property-added": { request: BREAKING, response: ADDITIVE },
  "property-removed": { request: LOST_TO_TYPES, response: BREAKING },
  // Before, the object allowed any other property explicitly.
  "open-property-added": { request: ["maybe", "maybe"], response: ["maybe", "maybe"] },
  // Before, the object refused other properties.
  "closed-property-added": { request: ADDITIVE, response: ["maybe", "additive"] },
  // Afterwards, the type has an index signature: writing still compiles.
  "open-property-removed": { request: WIRE_MAYBE, response: ["breaking", "maybe"] },
  // Afterwards, the object refuses other properties.
  "closed-property-removed": { request: BREAKING, response: BREAKING },
  "property-became-required": { request: BREAKING, response: ADDITIVE },
  "property-became-optional": { request: ADDITIVE, response: BREAKING },
  "became-nullable": { request: ADDITIVE, response: BREAKING },
  "became-not-nullable": { request: BREAKING, response: ADDITIVE },
  "type-changed": { request: BREAKING, response: BREAKING },
  "type-widened": { request: ADDITIVE, response: BREAKING },
  "type-narrowed": { request: BREAKING, response: ADDITIVE },
  // Both are `number` in TypeScript.
  "integer-widened": { request: WIRE_ADDITIVE, response: WIRE_MAYBE },
  "integer-narrowed": { request: WIRE_BREAKING, response: NO_EFFECT },
  "format-added": { request: WIRE_MAYBE, response: NO_EFFECT },
  "format-removed": { request: WIRE_MAYBE, response: WIRE_MAYBE },
  "format-changed": { request: WIRE_MAYBE, response: WIRE_MAYBE },
  "enum-value-added": { request: ADDITIVE, response: ["maybe", "breaking"] },
  "enum-value-removed": { request: BREAKING, response: TYPES_BREAKING },
  // No old value is left.
  "values-replaced": { request: BREAKING, response: BREAKING },
  "enum-opened": { request: ADDITIVE, response: ["maybe", "breaking"] },
  "enum-closed": { request: BREAKING, response: ADDITIVE },
  "extensible-enum-value-added": { request: ADDITIVE, response: ADDITIVE },
  // The generated type accepts any string, so the compiler does not complain.
  "extensible-enum-value-removed": { request: WIRE_MAYBE, response: NO_EFFECT },
  "constraint-tightened": { request: WIRE_BREAKING, response: NO_EFFECT },
  "constraint-loosened": { request: WIRE_ADDITIVE, response: WIRE_MAYBE },
  "constraint-changed": { request: WIRE_MAYBE, response: WIRE_MAYBE },
  // The generated types leave a property with a default optional.
  "default-added": { request: WIRE_MAYBE, response: NO_EFFECT },
  "default-removed": { request: WIRE_MAYBE, response: NO_EFFECT },
  "default-changed": { request: WIRE_MAYBE, response: NO_EFFECT },
  // The type of an object is the same whether it refuses other properties or does not mention them.
  "extra-properties-allowed": { request: WIRE_ADDITIVE, response: WIRE_MAYBE },
  // The type gets or loses its index signature.
  "extra-properties-declared": { request: TYPES_ADDITIVE, response: ["none", "maybe"] },
  "extra-properties-undeclared": { request: TYPES_BREAKING, response: ["none", "maybe"] },
  "extra-properties-refused": { request: WIRE_BREAKING, response: NO_EFFECT },
  "tuple-changed": { request: TYPES_BREAKING, response: ["none", "maybe"] },
  // The schema is or was `false`, which is `unknown` for the items of a list.
  "schema-refused": { request: ["breaking", "maybe"], response: ["none", "breaking"] },
  "schema-allowed": { request: ADDITIVE, response: ["maybe", "maybe"] },
  "union-branch-added": { request: ADDITIVE, response: ["maybe", "breaking"] },
  "union-branch-removed": { request: BREAKING, response: ["none", "maybe"] },
  // A value that fits two branches of a oneOf is invalid, so a branch that may overlap with another one can refuse old values.
  "overlapping-branch-added": { request: ["maybe", "additive"], response: ["maybe", "breaking"] },
  "overlapping-branch-removed": { request: BREAKING, response: ["maybe", "maybe"] },
  "branch-overlap-changed": { request: WIRE_MAYBE, response: WIRE_MAYBE },
  "union-became-exclusive": { request: WIRE_MAYBE, response: NO_EFFECT },
  "union-became-inclusive": { request: WIRE_ADDITIVE, response: ["maybe", "maybe"] },
  // Beside other keywords, a union is one more condition.
  "union-added": { request: ["breaking", "maybe"], response: ["none", "maybe"] },
  // Properties that only branches listed are excess ones for the compiler.
  "union-removed": { request: ["additive", "maybe"], response: ["maybe", "maybe"] },
} satisfies Record<string, Directional>;

/** Every kind of change that the differ can report. */
export type ChangeKind = keyof typeof PLAIN | keyof typeof DIRECTIONAL;

/** All of them. */
export const CHANGE_KINDS: readonly ChangeKind[] = [...listKeys(PLAIN), ...listKeys(DIRECTIONAL)];

function listKeys<Table extends object>(table: Table): (keyof Table)[] {
  // `satisfies` keeps the keys of the tables exact.
  return Object.keys(table) as (keyof Table)[];
}

/** The effects of a kind of change, on the wire and on TypeScript. */
export interface Verdict {
  readonly rule: string;
  readonly wire: Judgement;
  readonly typescript: Judgement;
}

const ORDER: readonly Judgement[] = ["none", "additive", "maybe", "breaking"];

/** The worse of two judgements. */
export function pickWorse(left: Judgement, right: Judgement): Judgement {
  return ORDER.indexOf(left) >= ORDER.indexOf(right) ? left : right;
}

/** Judges a kind of change for a direction. */
export function judge(kind: ChangeKind, direction: Direction): Verdict {
  const plain: Pair | undefined = lookUp(PLAIN, kind);
  if (plain !== undefined) return { rule: kind, wire: plain[0], typescript: plain[1] };
  const { request, response } = lookUp(DIRECTIONAL, kind) ?? { request: NO_EFFECT, response: NO_EFFECT };
  if (direction === "request") return { rule: `request-${kind}`, wire: request[0], typescript: request[1] };
  if (direction === "response") return { rule: `response-${kind}`, wire: response[0], typescript: response[1] };
  return {
    rule: kind,
    // A component without operations is never sent, but its type is still exported.
    wire: direction === "none" ? "none" : pickWorse(request[0], response[0]),
    typescript: pickWorse(request[1], response[1]),
  };
}

/** Whether a kind of change matters for messages, in either direction. */
export function affectsWire(kind: ChangeKind): boolean {
  return judge(kind, "both").wire !== "none";
}

function lookUp<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
