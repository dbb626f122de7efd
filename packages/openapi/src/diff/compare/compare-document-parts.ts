import type { JsonObject } from "../../document/json.ts";
import { valueAt } from "../../document/lookup.ts";
import type { Change } from "../judge/change.ts";
import { atPart, changeAt, placeOf } from "../judge/place.ts";
import { shortValue } from "../walk/describe.ts";
import { compareOtherKeywords, keywordsOf } from "./compare-keywords.ts";
import { compareSecurity } from "./compare-security.ts";
import { compareServers } from "./compare-servers.ts";
import { compareTags } from "./compare-tags.ts";

const HANDLED: ReadonlySet<string> = new Set([
  ...["openapi", "info", "servers", "security", "tags"],
  // Compared one by one.
  ...["paths", "webhooks", "components"],
]);

/** Compares what stands in a document beside its operations and components. */
export function compareDocumentParts(before: JsonObject, after: JsonObject): Change[] {
  const place = placeOf("document", "document", "none", []);
  const [info, laterInfo] = [keywordsOf(before["info"]), keywordsOf(after["info"])];
  const { openapi } = before;
  return [
    ...(openapi === after["openapi"]
      ? []
      : [changeAt(place, "openapi-version-changed", shortValue(openapi), shortValue(after["openapi"]))]),
    ...compareOtherKeywords(atPart(place, "info"), info, laterInfo, new Set(), "info-changed"),
    ...compareServers(place, before, after),
    ...compareSecurity(place, valueAt(before, "security"), valueAt(after, "security")),
    ...compareTags(place, before["tags"], after["tags"]),
    ...compareOtherKeywords(place, keywordsOf(before), keywordsOf(after), HANDLED),
  ];
}
