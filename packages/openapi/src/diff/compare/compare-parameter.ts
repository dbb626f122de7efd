import type { Json, JsonObject } from "../../document/json.ts";
import { isTrueIn, stringIn, valueAt } from "../../document/lookup.ts";
import type { Change } from "../judge/change.ts";
import { changeAt, type Place } from "../judge/place.ts";
import { keywordText } from "../walk/describe.ts";
import type { Scope } from "../walk/session.ts";
import { compareContent } from "./compare-content.ts";
import { compareOtherKeywords, keywordsOf } from "./compare-keywords.ts";
import { compareSchemas } from "./compare-schemas.ts";

const SERIALIZATION = ["style", "explode", "allowReserved", "allowEmptyValue"];

const HANDLED: ReadonlySet<string> = new Set(["name", "in", "required", "schema", "content", ...SERIALIZATION]);

/** Compares two parameters that go by the same name, or two headers of an answer. */
export function compareParameter(
  scope: Scope,
  place: Place,
  before: JsonObject,
  after: JsonObject,
  noun: "parameter" | "header" = "parameter",
): Change[] {
  return [
    ...compareRequired(place, noun, before, after),
    ...compareSerialization(place, serializationOf(before), serializationOf(after)),
    ...compareSchemas(scope, place, before["schema"], after["schema"]),
    ...compareContent(scope, place, before, after),
    ...compareOtherKeywords(place, keywordsOf(before), keywordsOf(after), HANDLED),
  ];
}

function compareRequired(place: Place, noun: "parameter" | "header", before: JsonObject, after: JsonObject): Change[] {
  const isRequired = isTrueIn(after, "required");
  if (isTrueIn(before, "required") === isRequired) return [];
  return [changeAt(place, isRequired ? `${noun}-became-required` : `${noun}-became-optional`)];
}

function compareSerialization(place: Place, before: JsonObject, after: JsonObject): Change[] {
  return SERIALIZATION.filter((key) => before[key] !== after[key]).map((key) =>
    changeAt(place, "serialization-changed", keywordText(key, before[key]), keywordText(key, after[key])),
  );
}

/** How the value is written, with the defaults of OpenAPI filled in. */
function serializationOf(parameter: JsonObject): JsonObject {
  const travelsAsForm = ["query", "cookie"].includes(stringIn(parameter, "in") ?? "");
  const style: Json = valueAt(parameter, "style") ?? (travelsAsForm ? "form" : "simple");
  return {
    style,
    explode: valueAt(parameter, "explode") ?? style === "form",
    allowReserved: isTrueIn(parameter, "allowReserved"),
    allowEmptyValue: isTrueIn(parameter, "allowEmptyValue"),
  };
}
