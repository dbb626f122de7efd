import { isTrueIn } from "../../document/lookup.ts";
import { templateNames } from "../../document/path-template.ts";
import type { Change } from "../judge/change.ts";
import { atPart, changeAt, type Place } from "../judge/place.ts";
import { describe } from "../walk/describe.ts";
import type { ParameterNode } from "../walk/operation-parts.ts";
import { follow } from "../walk/references.ts";
import type { Scope } from "../walk/session.ts";
import { compareNodes } from "./compare-nodes.ts";
import { compareParameter } from "./compare-parameter.ts";

/** The parameters of an operation and the path template that they stand in. */
export interface ParameterList {
  readonly path: string;
  readonly nodes: readonly ParameterNode[];
}

/** Compares parameters by place and name; those of the path by their position in it, since their names never travel. */
export function compareParameters(scope: Scope, place: Place, before: ParameterList, after: ParameterList): Change[] {
  const left = byKey(before);
  const right = byKey(after);
  return [...new Set([...left.keys(), ...right.keys()])].sort().flatMap((key) => {
    const [earlier, later] = [left.get(key), right.get(key)];
    if (earlier !== undefined && later !== undefined) return comparePair(scope, place, earlier, later);
    if (earlier !== undefined) {
      const schema = follow(scope.before, earlier.node)["schema"];
      return [changeAt(partOf(place, earlier), "parameter-removed", describe(schema))];
    }
    if (later === undefined) return [];
    const parameter = follow(scope.after, later.node);
    const kind = isTrueIn(parameter, "required") ? "required-parameter-added" : "parameter-added";
    return [changeAt(partOf(place, later), kind, undefined, describe(parameter["schema"]))];
  });
}

function comparePair(scope: Scope, place: Place, before: ParameterNode, after: ParameterNode): Change[] {
  const here = partOf(place, after);
  return [
    ...(before.name === after.name ? [] : [changeAt(here, "path-parameter-renamed", before.name, after.name)]),
    ...compareNodes(scope, here, before.node, after.node, (left, right) => compareParameter(scope, here, left, right)),
  ];
}

function partOf(place: Place, parameter: ParameterNode): Place {
  return atPart(place, `${parameter.in} ${parameter.name}`);
}

function byKey({ path, nodes }: ParameterList): Map<string, ParameterNode> {
  const positions = templateNames(path);
  return new Map(
    nodes.map((parameter) => {
      const position = parameter.in === "path" ? positions.indexOf(parameter.name) : -1;
      return [position === -1 ? `${parameter.in} ${parameter.name}` : `path ${position}`, parameter];
    }),
  );
}
