import type { Json, JsonObject } from "../../document/json.ts";
import type { Change } from "../judge/change.ts";
import { changeAt, type Place, placeOf } from "../judge/place.ts";
import { canonical } from "../walk/canonical.ts";
import { componentsOf, kindOf, nameOfComponent } from "../walk/components.ts";
import { describe, keywordText } from "../walk/describe.ts";
import { openScope, type Scope, type Session } from "../walk/session.ts";
import { compareBodies } from "./compare-body.ts";
import { compareOtherKeywords, keywordsOf } from "./compare-keywords.ts";
import { compareNodes } from "./compare-nodes.ts";
import { compareParameter } from "./compare-parameter.ts";
import { compareResponse } from "./compare-responses.ts";
import { compareSchemas } from "./compare-schemas.ts";

/** Compares the components of both documents by name, renamed ones with their earlier selves. */
export function compareComponents(session: Session): Change[] {
  const { renames } = session;
  const after = componentsOf(session.after);
  const before = new Map([...componentsOf(session.before)].map(([key, node]) => [renames.get(key) ?? key, node]));
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return [
    ...[...renames].map(([from, to]) =>
      changeAt(componentPlace(session, to), "component-renamed", nameOfComponent(from), nameOfComponent(to)),
    ),
    ...keys.flatMap((key) => compareComponent(session, key, before.get(key), after.get(key))),
  ];
}

function compareComponent(session: Session, key: string, before: Json | undefined, after: Json | undefined): Change[] {
  const place = componentPlace(session, key);
  const noun = kindOf(key) === "securitySchemes" ? "security-scheme" : "component";
  if (after === undefined) return [changeAt(place, `${noun}-removed`, textOf(key, before))];
  if (before === undefined) return [changeAt(place, `${noun}-added`, undefined, textOf(key, after))];
  return compareSame(openScope(session), place, key, before, after);
}

function componentPlace(session: Session, key: string): Place {
  const { direction, operations } = session.usage.get(key) ?? { direction: "none", operations: [] };
  if (kindOf(key) === "schemas") return placeOf("schema", nameOfComponent(key), direction, operations);
  return placeOf("component", key, direction, operations);
}

function textOf(key: string, component: Json | undefined): string | undefined {
  return kindOf(key) === "schemas" ? describe(component) : undefined;
}

function compareSame(scope: Scope, place: Place, key: string, before: Json, after: Json): Change[] {
  const nodes = (compare: (before: JsonObject, after: JsonObject) => Change[]) =>
    compareNodes(scope, place, before, after, compare);
  switch (kindOf(key)) {
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
      return compareOtherKeywords(place, keywordsOf(before), keywordsOf(after), new Set(), "security-scheme-changed");
    default:
      return compareWhole(place, key, before, after);
  }
}

function compareWhole(place: Place, name: string, before: Json | undefined, after: Json | undefined): Change[] {
  if (canonical(before) === canonical(after)) return [];
  return [changeAt(place, "keyword-changed", keywordText(name, before), keywordText(name, after))];
}
