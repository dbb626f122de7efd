import { isArray, type Json } from "../../document/json.ts";
import type { Change } from "../change/change.ts";
import { createChange } from "../change/create-change.ts";
import { enterStep, type Place } from "../change/place.ts";
import { excerptKeyword } from "../walk/describe.ts";
import type { Shape } from "../walk/shape.ts";
import type { CompareSchemas } from "./compare-object.ts";

/** Compares arrays: item by item where either side is a tuple, whose further items follow `items`. */
export function compareItems(place: Place, before: Shape, after: Shape, recurse: CompareSchemas): Change[] {
  const tuples = [readTuple(before), readTuple(after)] as const;
  const rest = [before.keywords.get("items"), after.keywords.get("items")] as const;
  const longest = Math.max(tuples[0].length, tuples[1].length);
  const inside = (name: string) => enterStep(place, { kind: "items", name });
  return [
    ...Array.from({ length: longest }, (_, index) =>
      recurse(inside(String(index)), tuples[0][index] ?? rest[0], tuples[1][index] ?? rest[1]),
    ).flat(),
    ...recurse(inside(""), ...rest),
    ...(tuples[0].length === tuples[1].length
      ? []
      : [
          createChange(
            place,
            "tuple-changed",
            excerptKeyword("prefixItems", tuples[0]),
            excerptKeyword("prefixItems", tuples[1]),
          ),
        ]),
  ];
}

function readTuple({ keywords }: Shape): readonly Json[] {
  const items = keywords.get("prefixItems");
  return isArray(items) ? items : [];
}
