import { arrayIn, isObject, type Json, type JsonObject, valueAt } from "../../document/json.ts";
import { toCanonical } from "../change/canonical.ts";
import type { Change } from "../change/change.ts";
import { createChange, type Excerpt } from "../change/create-change.ts";
import { enterCondition, enterStep, type Place, withNodes } from "../change/place.ts";
import type { ChangeKind } from "../judge/judgements.ts";
import { excerptKeyword } from "../walk/describe.ts";
import type { Shape } from "../walk/shape.ts";
import type { CompareSchemas } from "./compare-object.ts";

/** Conditions with one schema: what narrows the schema narrows the whole. */
const SCHEMAS = ["contains", "propertyNames", "unevaluatedProperties", "unevaluatedItems"];

/** Conditions with a schema for each name. */
const SCHEMA_MAPS = ["dependentSchemas", "patternProperties"];

/** Conditions in which a narrower schema may allow more. */
const OPAQUE = ["not", "if", "then", "else"];

/** Keywords that say how readers decode text; they restrict nothing. */
const READINGS = ["contentEncoding", "contentMediaType", "contentSchema"];

/** The keywords that {@link compareConditions} compares. */
export const CONDITION_KEYWORDS: readonly string[] = [
  ...SCHEMAS,
  ...SCHEMA_MAPS,
  ...OPAQUE,
  ...READINGS,
  ...["dependentRequired", "minContains", "maxContains"],
];

/** Compares the conditions that generated types ignore: a condition more allows fewer values, a condition less more. */
export function compareConditions(place: Place, before: Shape, after: Shape, recurse: CompareSchemas): Change[] {
  const read = (key: string) => [readCondition(before, key), readCondition(after, key)] as const;
  const counts = ["minContains", "maxContains"].filter((key) => isChanged(...read(key)));
  return [
    ...SCHEMAS.flatMap((key) =>
      compareSchema(place, key, ...read(key), recurse, key === "contains" && hasMost(before, after)),
    ),
    ...SCHEMA_MAPS.flatMap((key) => compareMaps(place, key, before, after, recurse)),
    ...compareLists(place, ...read("dependentRequired")),
    ...compareLogic(place, read),
    ...counts.map((key) => createPair(place, "constraint-changed", key, ...read(key))),
    ...READINGS.filter((key) => isChanged(...read(key))).map((key) =>
      createPair(place, "encoding-changed", key, ...read(key)),
    ),
  ];
}

/** A condition that every value meets counts as absent. */
function readCondition({ keywords }: Shape, key: string): Json | undefined {
  const value = keywords.get(key);
  const isTrivial = value === true || (isObject(value) && Object.keys(value).length === 0);
  return isTrivial && key !== "contains" && key !== "not" ? undefined : value;
}

function isChanged(before: Json | undefined, after: Json | undefined): boolean {
  return before === undefined || after === undefined ? before !== after : toCanonical(before) !== toCanonical(after);
}

function hasMost(...shapes: Shape[]): boolean {
  return shapes.some(({ keywords }) => keywords.has("maxContains") || keywords.get("minContains") === 0);
}

type Value = Json | undefined;

function createPair(place: Place, kind: ChangeKind, key: string, before: Value, after: Value): Change {
  return createChange(place, kind, excerptKeyword(key, before), excerptKeyword(key, after));
}

function compareSchema(
  place: Place,
  key: string,
  before: Value,
  after: Value,
  recurse: CompareSchemas,
  isOpaque: boolean,
): Change[] {
  if (!isChanged(before, after)) return [];
  if (isOpaque) return [createPair(place, "constraint-changed", key, before, after)];
  if (before === undefined) return [createPair(place, "constraint-tightened", key, before, after)];
  if (after === undefined) return [createPair(place, "constraint-loosened", key, before, after)];
  return recurse(enterCondition(place, key), before, after);
}

function compareMaps(place: Place, key: string, before: Shape, after: Shape, recurse: CompareSchemas): Change[] {
  const [left, right] = [toObject(before.keywords.get(key)), toObject(after.keywords.get(key))];
  // Where other properties are restricted, a pattern also allows names.
  const isOpaque = key === "patternProperties" && [before, after].some(restrictsOthers);
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].sort().flatMap((name) => {
    const [one, other] = [valueAt(left, name), valueAt(right, name)];
    if (!isChanged(one, other)) return [];
    if (one !== undefined && other !== undefined) {
      const inside =
        key === "patternProperties"
          ? enterStep(place, { kind: "values", name })
          : enterCondition(place, `${key} ${name}`);
      return recurse(inside, one, other);
    }
    const tightened = other === undefined ? "constraint-loosened" : "constraint-tightened";
    const here = withNodes(place, one ?? before.keywords.get(key) ?? true, other ?? after.keywords.get(key) ?? true);
    return [createPair(here, isOpaque ? "constraint-changed" : tightened, `${key} ${name}`, one, other)];
  });
}

function restrictsOthers({ keywords }: Shape): boolean {
  return ["additionalProperties", "unevaluatedProperties"].some(
    (key) => ![undefined, true].includes(toFlag(keywords, key)),
  );
}

function toFlag(keywords: ReadonlyMap<string, Json>, key: string): boolean | undefined {
  const value = keywords.get(key);
  if (value === undefined || value === true) return value;
  return false;
}

function toObject(value: Value): JsonObject {
  return isObject(value) ? value : {};
}

function compareLists(place: Place, before: Value, after: Value): Change[] {
  const [left, right] = [toObject(before), toObject(after)];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].sort().flatMap((name) => {
    const [one, other] = [readNames(left, name), readNames(right, name)];
    const excerpts: [Excerpt | undefined, Excerpt | undefined] = [
      excerptKeyword(`dependentRequired ${name}`, valueAt(left, name)),
      excerptKeyword(`dependentRequired ${name}`, valueAt(right, name)),
    ];
    const kinds: [ChangeKind, boolean][] = [
      ["constraint-loosened", one.some((item) => !other.includes(item))],
      ["constraint-tightened", other.some((item) => !one.includes(item))],
    ];
    return kinds.filter(([, applies]) => applies).map(([kind]) => createChange(place, kind, ...excerpts));
  });
}

function readNames(map: JsonObject, name: string): readonly string[] {
  return arrayIn(map, name).filter((item) => typeof item === "string");
}

/** `not` alone can appear or go as a whole; anything else in `not` or `if` may allow more and less. */
function compareLogic(place: Place, read: (key: string) => readonly [Value, Value]): Change[] {
  const [notBefore, notAfter] = read("not");
  const others = ["if", "then", "else"].filter((key) => isChanged(...read(key)));
  const hadIf = read("if")[0] !== undefined;
  const hasIf = read("if")[1] !== undefined;
  return [
    ...(isChanged(notBefore, notAfter)
      ? [createPair(place, chooseKind(notBefore, notAfter), "not", notBefore, notAfter)]
      : []),
    ...others.map((key) => {
      const kind = hadIf === hasIf ? "constraint-changed" : hasIf ? "constraint-tightened" : "constraint-loosened";
      return createPair(place, kind, key, ...read(key));
    }),
  ];
}

function chooseKind(before: Value, after: Value): ChangeKind {
  if (before === undefined) return "constraint-tightened";
  return after === undefined ? "constraint-loosened" : "constraint-changed";
}
