import type { JsonObject } from "../../document/json.ts";
import { objectIn, valueAt } from "../../document/json.ts";
import type { Change } from "../change/change.ts";
import { createChange } from "../change/create-change.ts";
import { enterPart, type Place, withNodes } from "../change/place.ts";
import { toCanonical } from "../change/canonical.ts";
import { excerptSchema, excerptKeyword } from "../walk/describe.ts";
import type { Scope } from "../walk/session.ts";
import { compareOtherKeywords, listNames, readKeywords } from "./compare-keywords.ts";
import { compareSchemas } from "./compare-schemas.ts";

const HANDLED: ReadonlySet<string> = new Set(["schema", "encoding"]);

/** Compares the media types of a body, a response, or a parameter with `content`. */
export function compareContent(scope: Scope, place: Place, before: JsonObject, after: JsonObject): Change[] {
  const left = objectIn(before, "content");
  const right = objectIn(after, "content");
  return listNames(left, right).flatMap((mediaType) => {
    const [earlier, later] = [valueAt(left, mediaType), valueAt(right, mediaType)];
    const here = withNodes(enterPart(place, mediaType), earlier, later);
    if (later === undefined)
      return [createChange(here, "media-type-removed", excerptSchema(valueAt(earlier, "schema")))];
    if (earlier === undefined)
      return [createChange(here, "media-type-added", undefined, excerptSchema(valueAt(later, "schema")))];
    return [
      ...compareSchemas(scope, here, valueAt(earlier, "schema"), valueAt(later, "schema")),
      ...compareEncoding(here, objectIn(earlier, "encoding"), objectIn(later, "encoding")),
      ...compareOtherKeywords(here, readKeywords(earlier), readKeywords(later), HANDLED),
    ];
  });
}

function compareEncoding(place: Place, before: JsonObject, after: JsonObject): Change[] {
  return listNames(before, after)
    .filter((name) => toCanonical(before[name]) !== toCanonical(after[name]))
    .map((name) =>
      createChange(
        place,
        "serialization-changed",
        excerptKeyword(`encoding ${name}`, before[name]),
        excerptKeyword(`encoding ${name}`, after[name]),
      ),
    );
}
