import { arrayIn, isArray, type Json, type JsonObject } from "../../document/json.ts";
import { readSchemaName } from "../../document/pointer.ts";
import { readTypes } from "../../document/resolve.ts";
import { addLiteral, mergeSchema } from "./merge-schema.ts";

/** Picks one of several branches of a schema. */
export type PickBranch = (branches: readonly Json[]) => Json;

/** Merges one branch of each `anyOf`, `oneOf` and `if` into a schema. */
export function chooseBranches(document: JsonObject, schema: JsonObject, pick: PickBranch): JsonObject {
  const { anyOf: _anyOf, oneOf: _oneOf, if: condition, then, else: otherwise, ...own } = schema;
  const unions = ["anyOf", "oneOf"].map((key) => arrayIn(schema, key));
  const chosen = unions.flatMap((branches) => (branches.length === 0 ? [] : [pick(branches)]));
  const cases = condition === undefined ? [] : [pick([{ allOf: [condition, then ?? true] }, otherwise ?? true])];
  if (chosen.length + cases.length === 0) return own;
  const { discriminator, ...rest } = own;
  const named = chosen.map((branch) => nameBranch(document, branch, discriminator));
  const merged = mergeSchema(document, { allOf: [rest, ...named, ...cases] });
  return chooseBranches(document, merged, pick);
}

/** A branch with the value of the discriminator that stands for it. */
function nameBranch(document: JsonObject, branch: Json, discriminator: Json | undefined): Json {
  const name = readSchemaName(branch);
  if (discriminator === undefined || name === undefined) return branch;
  return addLiteral(document, mergeSchema(document, branch), discriminator, name);
}

/** Whether the schema allows `null`. */
export function allowsNull(document: JsonObject, node: Json): boolean {
  const schema = mergeSchema(document, node);
  const { enum: values } = schema;
  if (isArray(values) && !values.includes(null)) return false;
  if (readTypes(schema).includes("null")) return true;
  return listBranches(schema).some((branch) => allowsNull(document, branch));
}

/** Removes `null` from the types and branches of a schema. A single branch that is left becomes part of the schema. */
export function removeNull(document: JsonObject, schema: JsonObject): JsonObject {
  const isNull = (branch: Json): boolean => mergeSchema(document, branch)["type"] === "null";
  const { anyOf: _anyOf, oneOf: _oneOf, ...own } = schema;
  const [types, branches] = [readTypes(schema).filter((name) => name !== "null"), listBranches(schema)];
  const [type, ...otherTypes] = types;
  const plain = type === undefined ? own : { ...own, type: otherTypes.length === 0 ? type : types };
  const [branch, ...otherBranches] = branches.filter((candidate) => !isNull(candidate));
  if (branch === undefined) return plain;
  if (otherBranches.length === 0) return mergeSchema(document, { allOf: [plain, branch] });
  const kept = Object.entries(schema).filter(([key]) => key === "anyOf" || key === "oneOf");
  const withoutNull = kept.map(([key]) => [key, arrayIn(schema, key).filter((candidate) => !isNull(candidate))]);
  return { ...plain, ...Object.fromEntries(withoutNull) };
}

function listBranches(schema: JsonObject): readonly Json[] {
  return [...arrayIn(schema, "anyOf"), ...arrayIn(schema, "oneOf")];
}
