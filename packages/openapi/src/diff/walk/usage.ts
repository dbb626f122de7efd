import { groupBy } from "../../document/group-by.ts";
import { type Json, type JsonObject, valueAt } from "../../document/json.ts";
import { lookUp } from "../../document/pointer.ts";
import { type ApiDescription, type ApiOperation, readCallbacks } from "../../document/read-api.ts";
import { reverseDirection } from "../change/place.ts";
import type { Direction } from "../judge/judgements.ts";
import { collectReferences, toComponentKey } from "./components.ts";

/** The operations that use a component, and whether they send or receive it. */
export interface Use {
  readonly direction: Direction;
  /** Labels of operations and webhooks, sorted. */
  readonly operations: readonly string[];
}

/** Uses by the key of the component, such as `schemas/Meter`. No operation uses a component that is missing here. */
export type Usage = ReadonlyMap<string, Use>;

/** A use of a component by an operation. */
interface ComponentUse {
  readonly key: string;
  readonly direction: Direction;
  readonly operation: string;
}

/** Collects the uses in both documents, under the new names of the components. */
export function collectUsage(
  before: ApiDescription,
  after: ApiDescription,
  renames: ReadonlyMap<string, string>,
): Usage {
  const earlier = listUses(before).map((use) => ({ ...use, key: renames.get(use.key) ?? use.key }));
  const byKey = groupBy([...earlier, ...listUses(after)], ({ key }) => key);
  return new Map([...byKey].map(([key, uses]) => [key, joinUses(uses)]));
}

function joinUses(uses: readonly ComponentUse[]): Use {
  const directions = new Set(uses.map(({ direction }) => direction));
  const [only = "none"] = directions;
  const operations = [...new Set(uses.map(({ operation }) => operation))].sort();
  return { direction: directions.size > 1 ? "both" : only, operations };
}

function listUses({ document, operations, webhooks }: ApiDescription): ComponentUse[] {
  const reach = createReach(document);
  return [...operations, ...webhooks].flatMap((operation) => {
    return listNodes(document, operation).flatMap(([direction, nodes]) =>
      [...reach(nodes)].map((key) => ({ key, direction, operation: operation.label })),
    );
  });
}

/** The parts of an operation that can refer to components, by direction. */
function listNodes(document: JsonObject, operation: ApiOperation): [Direction, readonly (Json | undefined)[]][] {
  const { isWebhook, parameters, object } = operation;
  const direction: Direction = isWebhook ? "response" : "request";
  return [
    [direction, [...parameters.map(({ node }) => node), valueAt(object, "requestBody")]],
    [reverseDirection(direction), [valueAt(object, "responses")]],
    // A callback of a callback cannot be compared and is not followed.
    ...(isWebhook ? [] : readCallbacks(document, operation).flatMap((callback) => listNodes(document, callback))),
  ];
}

/** Creates a function that finds the components behind nodes. It reads the target of each reference once per document. */
function createReach(document: JsonObject): (nodes: readonly (Json | undefined)[]) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  const readBehind = (reference: string): ReadonlySet<string> => {
    const found = known.get(reference) ?? collectReferences(lookUp(document, reference));
    known.set(reference, found);
    return found;
  };
  return (nodes) => {
    const seen = new Set(nodes.flatMap((node) => [...collectReferences(node)]));
    // Iterating over a set includes items added during the loop.
    for (const reference of seen) for (const next of readBehind(reference)) seen.add(next);
    return new Set([...seen].map(toComponentKey).filter((key) => key !== undefined));
  };
}
