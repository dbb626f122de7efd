import type { Json, JsonObject } from "../../document/json.ts";
import { toCanonical } from "../change/canonical.ts";
import type { Change } from "../change/change.ts";
import { createChange, type Excerpt } from "../change/create-change.ts";
import { createPlace, type Place, withNodes } from "../change/place.ts";
import { compareNodes, compareOtherKeywords, readKeywords } from "../schema/compare-keywords.ts";
import { compareSchemas } from "../schema/compare-schemas.ts";
import { listComponents, readComponentKind, readComponentName } from "../walk/components.ts";
import { excerptKeyword, excerptSchema, excerptValue } from "../walk/describe.ts";
import { openScope, type Scope, type Session } from "../walk/session.ts";
import { compareBodies, compareResponse } from "./compare-messages.ts";
import { compareParameter } from "./compare-parameters.ts";

/** Compares the components of both documents by name; a renamed component is compared with its old version. */
export function compareComponents(session: Session): Change[] {
  const { renames } = session;
  const after = listComponents(session.after.document);
  const before = new Map(
    [...listComponents(session.before.document)].map(([key, node]) => [renames.get(key) ?? key, node]),
  );
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return [
    ...[...renames].map(([from, to]) =>
      createChange(
        componentPlace(session, to),
        `${readNoun(to)}-renamed`,
        excerptValue(readComponentName(from)),
        excerptValue(readComponentName(to)),
      ),
    ),
    ...keys.flatMap((key) => compareComponent(session, key, before.get(key), after.get(key))),
  ];
}

function compareComponent(session: Session, key: string, before: Json | undefined, after: Json | undefined): Change[] {
  const place = withNodes(componentPlace(session, key), before, after);
  const noun = readComponentKind(key) === "securitySchemes" ? "security-scheme" : readNoun(key);
  if (after === undefined) return [createChange(place, `${noun}-removed`, excerptComponent(key, before))];
  if (before === undefined) return [createChange(place, `${noun}-added`, undefined, excerptComponent(key, after))];
  return compareSame(openScope(session), place, key, before, after);
}

/** Packages export types for schemas only. */
function readNoun(key: string): "component" | "shared-part" {
  return readComponentKind(key) === "schemas" ? "component" : "shared-part";
}

function componentPlace(session: Session, key: string): Place {
  const { direction, operations } = session.usage.get(key) ?? { direction: "none", operations: [] };
  if (readComponentKind(key) === "schemas")
    return createPlace(session.indexes, "schema", readComponentName(key), direction, operations);
  return createPlace(session.indexes, "component", key, direction, operations);
}

function excerptComponent(key: string, component: Json | undefined): Excerpt | undefined {
  return readComponentKind(key) === "schemas" ? excerptSchema(component) : undefined;
}

function compareSame(scope: Scope, place: Place, key: string, before: Json, after: Json): Change[] {
  const nodes = (compare: (before: JsonObject, after: JsonObject) => Change[]) =>
    compareNodes(scope, place, before, after, compare);
  switch (readComponentKind(key)) {
    case "schemas":
      return compareSchemas(scope, place, before, after);
    case "parameters":
      return nodes((left, right) => [
        ...["in", "name"].flatMap((keyword) => compareWhole(place, keyword, left[keyword], right[keyword])),
        ...compareParameter(scope, place, left, right),
      ]);
    case "headers":
      return nodes((left, right) => compareParameter(scope, place, left, right, "header"));
    case "requestBodies":
      return nodes((left, right) => compareBodies(scope, place, left, right));
    case "responses":
      return nodes((left, right) => compareResponse(scope, place, left, right));
    case "securitySchemes":
      return compareOtherKeywords(
        place,
        readKeywords(before),
        readKeywords(after),
        new Set(),
        "security-scheme-changed",
      );
    default:
      return compareWhole(place, key, before, after);
  }
}

function compareWhole(place: Place, name: string, before: Json | undefined, after: Json | undefined): Change[] {
  if (toCanonical(before) === toCanonical(after)) return [];
  return [createChange(place, "keyword-changed", excerptKeyword(name, before), excerptKeyword(name, after))];
}
