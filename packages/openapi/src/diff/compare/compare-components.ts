import type { Json, JsonObject } from "../../document/json.ts";
import type { Change } from "../judge/change.ts";
import { createChange, createPlace, type Place } from "../judge/place.ts";
import { toCanonical } from "../walk/canonical.ts";
import { listComponents, readComponentKind, readComponentName } from "../walk/components.ts";
import { describeSchema, formatKeyword } from "../walk/describe.ts";
import { openScope, type Scope, type Session } from "../walk/session.ts";
import { compareNodes, compareOtherKeywords, readKeywords } from "./compare-keywords.ts";
import { compareBodies, compareResponse } from "./compare-messages.ts";
import { compareParameter } from "./compare-parameters.ts";
import { compareSchemas } from "./compare-schemas.ts";

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
      createChange(componentPlace(session, to), "component-renamed", readComponentName(from), readComponentName(to)),
    ),
    ...keys.flatMap((key) => compareComponent(session, key, before.get(key), after.get(key))),
  ];
}

function compareComponent(session: Session, key: string, before: Json | undefined, after: Json | undefined): Change[] {
  const place = componentPlace(session, key);
  const noun = readComponentKind(key) === "securitySchemes" ? "security-scheme" : "component";
  if (after === undefined) return [createChange(place, `${noun}-removed`, describeComponent(key, before))];
  if (before === undefined) return [createChange(place, `${noun}-added`, undefined, describeComponent(key, after))];
  return compareSame(openScope(session), place, key, before, after);
}

function componentPlace(session: Session, key: string): Place {
  const { direction, operations } = session.usage.get(key) ?? { direction: "none", operations: [] };
  if (readComponentKind(key) === "schemas") return createPlace("schema", readComponentName(key), direction, operations);
  return createPlace("component", key, direction, operations);
}

function describeComponent(key: string, component: Json | undefined): string | undefined {
  return readComponentKind(key) === "schemas" ? describeSchema(component) : undefined;
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
  return [createChange(place, "keyword-changed", formatKeyword(name, before), formatKeyword(name, after))];
}
