import {
  type ApiOperation,
  isObject,
  type Json,
  type JsonObject,
  pointerTo,
  readApi,
  readChild,
  readProperties,
  readReference,
  readTypes,
  resolve,
  toOperationKey,
} from "@nectar-sdk/openapi/document";
import { listSchemaParts } from "@nectar-sdk/openapi/schema";
import type { DocumentPair } from "./carry/match-operations.ts";

/** Guesses of the reconstruction by their fate: their places, such as `GET /ping response 200 message`. */
export interface JudgedGuesses {
  readonly confirmed: readonly string[];
  readonly refuted: readonly string[];
  /** The new document does not tell, since the operation around it is gone. */
  readonly open: readonly string[];
}

type Fate = keyof JudgedGuesses;

/**
 * Compares every part of an old document that no public page shows (an `x-evidence` other than `seen`) with the new document: a part
 * that is still present with the same types is confirmed.
 */
export function judgeGuesses({ before, after }: DocumentPair, moved: ReadonlyMap<string, string>): JudgedGuesses {
  const fates = new Map<string, { readonly place: string; readonly fate: Fate }>();
  const judge = (node: unknown, id: string, place: string, fate: Fate): void => {
    const evidence = isObject(node) ? node["x-evidence"] : undefined;
    if (evidence !== undefined && evidence !== "seen" && !fates.has(id)) fates.set(id, { place, fate });
  };
  const recent = new Map(readApi(after).operations.map((operation) => [readKey(operation), operation]));
  const schemas = new SchemaWalk(before, after, judge);
  for (const operation of readApi(before).operations) {
    const key = readKey(operation);
    const other = recent.get(moved.get(key) ?? key);
    judge(operation.object, operation.pointer, key, other === undefined ? "refuted" : "confirmed");
    judgeParts(operation, other, key, judge, schemas);
  }
  const collect = (fate: Fate): string[] =>
    [...fates.values()].filter((guess) => guess.fate === fate).map(({ place }) => place);
  return { confirmed: collect("confirmed"), refuted: collect("refuted"), open: collect("open") };
}

type Judge = (node: unknown, id: string, place: string, fate: Fate) => void;

function judgeParts(
  operation: ApiOperation,
  other: ApiOperation | undefined,
  key: string,
  judge: Judge,
  schemas: SchemaWalk,
): void {
  const tell = (isThere: boolean): Fate => (other === undefined ? "open" : isThere ? "confirmed" : "refuted");
  for (const parameter of operation.parameters) {
    // Names of path parameters are style.
    const twin = other?.parameters.find(
      ({ name, in: place }) => place === parameter.in && (place === "path" || name === parameter.name),
    );
    const id = readReference(parameter.node) ?? pointerTo(operation.pointer, `${parameter.in} ${parameter.name}`);
    judge(parameter.object, id, `${key} ${parameter.in} ${parameter.name}`, tell(twin !== undefined));
  }
  for (const [type, content] of operation.body?.content ?? []) {
    const twin = other?.body?.content.get(type);
    judge(content.object, `${operation.pointer} ${type}`, `${key} body ${type}`, tell(twin !== undefined));
    schemas.visit(content.schema, twin?.schema, `${operation.pointer} body`, `${key} body`);
  }
  const responses = isObject(operation.object["responses"]) ? operation.object["responses"] : {};
  for (const [status, response] of operation.responses) {
    const twin = other?.responses.get(status);
    const node = readChild(responses, status);
    const id = readReference(node) ?? `${operation.pointer} ${status}`;
    judge(resolve(schemas.before, node), id, `${key} response ${status}`, tell(twin !== undefined));
    for (const [type, content] of response.content) {
      schemas.visit(
        content.schema,
        twin?.content.get(type)?.schema,
        `${operation.pointer} ${status}`,
        `${key} response ${status}`,
      );
    }
  }
}

/** Walks the schemas of two documents side by side, each schema of the old one once. */
class SchemaWalk {
  readonly before: JsonObject;
  readonly #after: JsonObject;
  readonly #judge: Judge;
  readonly #seen = new Set<string>();

  constructor(before: JsonObject, after: JsonObject, judge: Judge) {
    this.before = before;
    this.#after = after;
    this.#judge = judge;
  }

  visit(schema: Json, other: Json | undefined, id: string, place: string): void {
    const own = readReference(schema) ?? id;
    // A place that the new document lacks tells nothing; another use of the schema may.
    if (other === undefined || this.#seen.has(own)) return;
    this.#seen.add(own);
    const isSame = haveSameTypes(this.before, schema, this.#after, other);
    this.#judge(resolve(this.before, schema), own, place, isSame ? "confirmed" : "refuted");
    const [parts, otherParts] = [listSchemaParts(this.before, schema), listSchemaParts(this.#after, other)];
    for (const part of parts) {
      const items = part["items"];
      const otherItems = otherParts.find((twin) => twin["items"] !== undefined)?.["items"];
      if (items !== undefined) this.visit(items, otherItems, `${own} items`, `${place}[]`);
      for (const [name, property] of readProperties(this.before, part)) {
        const twin = otherParts
          .map((twins) => readProperties(this.#after, twins).get(name))
          .find((found) => found !== undefined);
        if (twin === undefined) this.#judge(property, pointerTo(own, name), `${place} ${name}`, "refuted");
        else this.visit(property, twin, pointerTo(own, name), `${place} ${name}`);
      }
    }
  }
}

/** Whether two schemas have a type in common, null aside; a schema without any has all. */
function haveSameTypes(before: JsonObject, one: Json, after: JsonObject, other: Json): boolean {
  const [left, right] = [listTypes(before, one), listTypes(after, other)];
  return left.size === 0 || right.size === 0 || [...left].some((type) => right.has(type));
}

function listTypes(document: JsonObject, schema: Json): Set<string> {
  const types = listSchemaParts(document, schema).flatMap((part) => readTypes(part));
  return new Set(types.filter((type) => type !== "null"));
}

function readKey({ method, path }: ApiOperation): string {
  return toOperationKey(method, path);
}
