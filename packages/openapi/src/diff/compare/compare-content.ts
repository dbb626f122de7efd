import type { JsonObject } from "../../document/json.ts";
import { objectIn, valueAt } from "../../document/lookup.ts";
import type { Change } from "../judge/change.ts";
import { atPart, changeAt, type Place } from "../judge/place.ts";
import { canonical } from "../walk/canonical.ts";
import { describe, keywordText } from "../walk/describe.ts";
import type { Scope } from "../walk/session.ts";
import { compareOtherKeywords, keywordsOf } from "./compare-keywords.ts";
import { compareSchemas } from "./compare-schemas.ts";
import { namesIn } from "./names-in.ts";

const HANDLED: ReadonlySet<string> = new Set(["schema", "encoding"]);

/** Compares the media types of a body, an answer, or a parameter that has `content`. */
export function compareContent(scope: Scope, place: Place, before: JsonObject, after: JsonObject): Change[] {
  const left = objectIn(before, "content");
  const right = objectIn(after, "content");
  return namesIn(left, right).flatMap((mediaType) => {
    const here = atPart(place, mediaType);
    const [earlier, later] = [valueAt(left, mediaType), valueAt(right, mediaType)];
    if (later === undefined) return [changeAt(here, "media-type-removed", describe(valueAt(earlier, "schema")))];
    if (earlier === undefined)
      return [changeAt(here, "media-type-added", undefined, describe(valueAt(later, "schema")))];
    return [
      ...compareSchemas(scope, here, valueAt(earlier, "schema"), valueAt(later, "schema")),
      ...compareEncoding(here, objectIn(earlier, "encoding"), objectIn(later, "encoding")),
      ...compareOtherKeywords(here, keywordsOf(earlier), keywordsOf(later), HANDLED),
    ];
  });
}

function compareEncoding(place: Place, before: JsonObject, after: JsonObject): Change[] {
  return namesIn(before, after)
    .filter((name) => canonical(before[name]) !== canonical(after[name]))
    .map((name) =>
      changeAt(
        place,
        "serialization-changed",
        keywordText(`encoding ${name}`, before[name]),
        keywordText(`encoding ${name}`, after[name]),
      ),
    );
}
