import type { JsonObject } from "../../document/json.ts";
import { objectIn, valueAt } from "../../document/json.ts";
import { toCanonical } from "../change/canonical.ts";
import type { Change } from "../change/change.ts";
import { createChange } from "../change/create-change.ts";
import { enterPart, type Place, withNodes } from "../change/place.ts";
import { compareOtherKeywords, listNames, readKeywords } from "../schema/compare-keywords.ts";
import { compareSchemas } from "../schema/compare-schemas.ts";
import { excerptKeyword, excerptSchema, excerptValue } from "../walk/describe.ts";
import type { Scope } from "../walk/session.ts";
import { pairMediaTypes, toPlainMediaType } from "./pair-media-types.ts";

const HANDLED: ReadonlySet<string> = new Set(["schema", "encoding"]);

/** Compares the media types of a body, a response, or a parameter with `content`. */
export function compareContent(scope: Scope, place: Place, before: JsonObject, after: JsonObject): Change[] {
  const left = objectIn(before, "content");
  const right = objectIn(after, "content");
  return pairMediaTypes(Object.keys(left), Object.keys(right)).flatMap(([from, to]) => {
    const earlier = from === undefined ? undefined : valueAt(left, from);
    const later = to === undefined ? undefined : valueAt(right, to);
    const here = withNodes(enterPart(place, to ?? from ?? ""), earlier, later);
    if (later === undefined)
      return [createChange(here, "media-type-removed", excerptSchema(valueAt(earlier, "schema")))];
    if (earlier === undefined)
      return [createChange(here, "media-type-added", undefined, excerptSchema(valueAt(later, "schema")))];
    return [
      ...compareSpelling(here, from, to),
      ...compareSchemas(scope, here, valueAt(earlier, "schema"), valueAt(later, "schema")),
      ...compareEncoding(here, objectIn(earlier, "encoding"), objectIn(later, "encoding")),
      ...compareOtherKeywords(here, readKeywords(earlier), readKeywords(later), HANDLED),
    ];
  });
}

function compareSpelling(place: Place, before: string | undefined, after: string | undefined): Change[] {
  if (before === undefined || after === undefined || before === after) return [];
  const isSame = toPlainMediaType(before) === toPlainMediaType(after);
  const kind = isSame ? "media-type-respelled" : "media-type-parameters-changed";
  return [createChange(place, kind, excerptValue(before), excerptValue(after))];
}

function compareEncoding(place: Place, before: JsonObject, after: JsonObject): Change[] {
  return listNames(before, after)
    .filter((name) => toCanonical(valueAt(before, name)) !== toCanonical(valueAt(after, name)))
    .map((name) =>
      createChange(
        place,
        "serialization-changed",
        excerptKeyword(`encoding ${name}`, valueAt(before, name)),
        excerptKeyword(`encoding ${name}`, valueAt(after, name)),
      ),
    );
}
