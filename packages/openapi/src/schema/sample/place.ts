import { arrayIn, type Json, type JsonObject } from "../../document/json.ts";
import { readReference } from "../../document/pointer.ts";
import type { Random } from "./random.ts";

/**
 * The optional parts of a sample: `full` contains every declared property and each branch of a union in turn, `least` only what is
 * required, `random` some of them.
 */
export type Shape = "full" | "least" | "random";

/** Where in a value a sample is taken, and how. */
export interface Place {
  readonly document: JsonObject;
  readonly random: Random;
  readonly shape: Shape;
  readonly isNull: (nullableAround: number) => boolean;
  /** Name of the property, which plain text starts with. */
  readonly name: string;
  /** Position in a list, which decides about the branch of a union. */
  readonly index: number;
  readonly depth: number;
  readonly nullableAround: number;
  /** The component schemas around it, the outermost first. */
  readonly references: readonly string[];
  /** The number of parts that the sample may still have. */
  readonly budget: { left: number };
  /** Samples a part of the value; undefined if its schema refuses every sample. */
  readonly sample: (node: Json, place: Place) => Json | undefined;
}

/** Below this depth, optional properties are left out and lists are empty. */
const MAX_DEPTH = 8;
/** How often a component schema may contain itself. */
const MOST_NESTED = 2;

/** Whether optional parts are left out, so that samples of recursive and of large schemas end. */
export function isDeep({ depth, budget, references }: Place): boolean {
  return (
    depth >= MAX_DEPTH || budget.left <= 0 || references.some((name) => countReference(name, references) > MOST_NESTED)
  );
}

/** Whether a schema refers to a component that the place already lies in often enough. */
export function isRecursive(node: Json, { references }: Place): boolean {
  return listReferences(node).some((name) => countReference(name, references) >= MOST_NESTED);
}

function countReference(name: string, references: readonly string[]): number {
  return references.filter((around) => around === name).length;
}

/** Lists the references of a schema itself and of what it is composed of. */
export function listReferences(node: Json): string[] {
  const own = readReference(node);
  const composed = ["allOf", "anyOf", "oneOf"].flatMap((key) => arrayIn(node, key));
  return [...(own === undefined ? [] : [own]), ...composed.flatMap(listReferences)];
}
