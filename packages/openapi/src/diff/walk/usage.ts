import type { Json, JsonObject } from "../../document/json.ts";
import { type FoundOperation, listOperations, listWebhooks } from "../../document/list-operations.ts";
import { valueAt } from "../../document/lookup.ts";
import { lookUp } from "../../document/pointer.ts";
import type { Direction } from "../judge/change.ts";
import { opposite } from "../judge/place.ts";
import { isWebhook, labelOf, parameterNodes } from "./operation-parts.ts";
import { componentKey, referencesIn } from "./references.ts";

/** Who uses a component, and which way it travels there. */
export interface Use {
  readonly direction: Direction;
  /** Names of operations and webhooks, sorted. */
  readonly operations: readonly string[];
}

/** Uses by the key of the component, such as `schemas/Meter`; one that is missing is used by nobody. */
export type Usage = ReadonlyMap<string, Use>;

/** One way from an operation to a component. */
interface Reached {
  readonly key: string;
  readonly direction: Direction;
  readonly operation: string;
}

/** The uses in both documents together, under the names that the components have after. */
export function usageOf(before: JsonObject, after: JsonObject, renames: ReadonlyMap<string, string>): Usage {
  const earlier = reachedIn(before).map((reached) => ({ ...reached, key: renames.get(reached.key) ?? reached.key }));
  const byKey = Map.groupBy([...earlier, ...reachedIn(after)], ({ key }) => key);
  return new Map([...byKey].map(([key, reached]) => [key, joined(reached)]));
}

function joined(reached: readonly Reached[]): Use {
  const directions = new Set(reached.map(({ direction }) => direction));
  const [only = "none"] = directions;
  const operations = [...new Set(reached.map(({ operation }) => operation))].sort();
  return { direction: directions.size > 1 ? "both" : only, operations };
}

function reachedIn(document: JsonObject): Reached[] {
  const reach = reacher(document);
  return [...listOperations(document), ...listWebhooks(document)].flatMap((operation) => {
    const there: Direction = isWebhook(operation) ? "response" : "request";
    const parts: [Direction, readonly (Json | undefined)[]][] = [
      [
        there,
        [...parameterNodes(document, operation).map(({ node }) => node), valueAt(operation.object, "requestBody")],
      ],
      [opposite(there), [valueAt(operation.object, "responses")]],
      ["both", [valueAt(operation.object, "callbacks")]],
    ];
    return parts.flatMap(([direction, nodes]) => keysFor(operation, direction, reach(nodes)));
  });
}

function keysFor(operation: FoundOperation, direction: Direction, keys: ReadonlySet<string>): Reached[] {
  return [...keys].map((key) => ({ key, direction, operation: labelOf(operation) }));
}

/** Finds the components behind nodes. What lies behind a reference is read once for the whole document. */
function reacher(document: JsonObject): (nodes: readonly (Json | undefined)[]) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  const behind = (reference: string): ReadonlySet<string> => {
    const found = known.get(reference) ?? referencesIn(lookUp(document, reference));
    known.set(reference, found);
    return found;
  };
  return (nodes) => {
    const seen = new Set(nodes.flatMap((node) => [...referencesIn(node)]));
    // A set hands out what is added while it is walked.
    for (const reference of seen) for (const next of behind(reference)) seen.add(next);
    return new Set([...seen].map(componentKey).filter((key) => key !== undefined));
  };
}
