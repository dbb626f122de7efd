import { isTrueIn, type Json, type JsonObject, stringIn, valueAt } from "../../document/json.ts";
import { readPathParameters } from "../../document/path-template.ts";
import type { ApiOperation } from "../../document/read-api.ts";
import type { ApiParameter } from "../../document/read-messages.ts";
import { toCanonical } from "../change/canonical.ts";
import type { Change } from "../change/change.ts";
import { createChange } from "../change/create-change.ts";
import { enterPart, type Place, withNodes } from "../change/place.ts";
import { compareNodes, compareOtherKeywords, readKeywords } from "../schema/compare-keywords.ts";
import { compareSchemas } from "../schema/compare-schemas.ts";
import { excerptKeyword, excerptSchema, excerptValue } from "../walk/describe.ts";
import type { Scope } from "../walk/session.ts";
import { compareContent } from "./compare-content.ts";

/** Compares parameters by place and name, path parameters by position, since their names are not sent. */
export function compareParameters(scope: Scope, place: Place, before: ApiOperation, after: ApiOperation): Change[] {
  const left = keyParameters(before);
  const right = keyParameters(after);
  return [...new Set([...left.keys(), ...right.keys()])].sort().flatMap((key) => {
    const [earlier, later] = [left.get(key), right.get(key)];
    if (earlier !== undefined && later !== undefined) return comparePair(scope, place, earlier, later);
    if (earlier !== undefined) {
      const schema = earlier.object["schema"];
      return [createChange(enterParameter(place, earlier, undefined), "parameter-removed", excerptSchema(schema))];
    }
    if (later === undefined) return [];
    const kind = later.required ? "required-parameter-added" : "parameter-added";
    return [
      createChange(enterParameter(place, undefined, later), kind, undefined, excerptSchema(later.object["schema"])),
    ];
  });
}

function comparePair(scope: Scope, place: Place, before: ApiParameter, after: ApiParameter): Change[] {
  const here = enterParameter(place, before, after);
  return [
    ...compareName(here, before, after),
    ...compareNodes(scope, here, before.node, after.node, (left, right) => compareParameter(scope, here, left, right)),
  ];
}

function compareName(place: Place, before: ApiParameter, after: ApiParameter): Change[] {
  if (after.in === "header") return compareHeaderName(place, before.name, after.name);
  if (before.name === after.name) return [];
  return [createChange(place, "path-parameter-renamed", excerptValue(before.name), excerptValue(after.name))];
}

/** Reports a header whose name is written differently. */
export function compareHeaderName(place: Place, before: string | undefined, after: string | undefined): Change[] {
  if (before === after) return [];
  return [createChange(place, "header-respelled", excerptValue(before), excerptValue(after))];
}

function enterParameter(place: Place, before: ApiParameter | undefined, after: ApiParameter | undefined): Place {
  const parameter = after ?? before;
  return withNodes(enterPart(place, `${parameter?.in} ${parameter?.name}`), before?.node, after?.node);
}

function keyParameters({ path, parameters }: ApiOperation): Map<string, ApiParameter> {
  const positions = readPathParameters(path);
  return new Map(
    parameters.map((parameter) => {
      const position = parameter.in === "path" ? positions.indexOf(parameter.name) : -1;
      const name = parameter.in === "header" ? parameter.name.toLowerCase() : parameter.name;
      return [position === -1 ? `${parameter.in} ${name}` : `path ${position}`, parameter];
    }),
  );
}

const SERIALIZATION = ["style", "explode", "allowReserved", "allowEmptyValue"];

const HANDLED: ReadonlySet<string> = new Set(["name", "in", "required", "schema", "content", ...SERIALIZATION]);

/** Compares two parameters with the same name, or two headers of a response. */
export function compareParameter(
  scope: Scope,
  around: Place,
  before: JsonObject,
  after: JsonObject,
  noun: "parameter" | "header" = "parameter",
): Change[] {
  const place = withNodes(around, before, after);
  return [
    ...compareRequired(place, noun, before, after),
    ...compareSerialization(place, readSerialization(before), readSerialization(after)),
    ...compareSchemas(scope, place, before["schema"], after["schema"]),
    ...compareContent(scope, place, before, after),
    ...compareOtherKeywords(place, readKeywords(before), readKeywords(after), HANDLED),
  ];
}

function compareRequired(place: Place, noun: "parameter" | "header", before: JsonObject, after: JsonObject): Change[] {
  const isRequired = isTrueIn(after, "required");
  if (isTrueIn(before, "required") === isRequired) return [];
  return [createChange(place, isRequired ? `${noun}-became-required` : `${noun}-became-optional`)];
}

function compareSerialization(place: Place, before: JsonObject, after: JsonObject): Change[] {
  return SERIALIZATION.filter((key) => toCanonical(before[key]) !== toCanonical(after[key])).map((key) =>
    createChange(place, "serialization-changed", excerptKeyword(key, before[key]), excerptKeyword(key, after[key])),
  );
}

/** Reads how a value is serialized, with OpenAPI's defaults filled in. */
function readSerialization(parameter: JsonObject): JsonObject {
  const travelsAsForm = ["query", "cookie"].includes(stringIn(parameter, "in") ?? "");
  const style: Json = valueAt(parameter, "style") ?? (travelsAsForm ? "form" : "simple");
  return {
    style,
    explode: valueAt(parameter, "explode") ?? style === "form",
    allowReserved: isTrueIn(parameter, "allowReserved"),
    allowEmptyValue: isTrueIn(parameter, "allowEmptyValue"),
  };
}
