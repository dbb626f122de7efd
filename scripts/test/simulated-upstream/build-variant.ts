import type { JsonObject } from "@nectar-sdk/openapi/document";
import { AXES } from "./axes.ts";
import type { Axis } from "./axis.ts";
import { seededRandom } from "./random.ts";

/** Documents by API version. */
export type Documents = ReadonlyMap<string, JsonObject>;

/** Builds documents that upstream might publish: some axes applied in a fixed order. The same seed gives the same variant. */
export function buildVariant(documents: Documents, axes: readonly Axis[], seed: string): Documents {
  const ordered = AXES.filter((axis) => axes.includes(axis));
  return new Map(
    [...documents].map(([version, document]) => [
      version,
      ordered.reduce((current, axis) => axis.apply(current, seededRandom(`${seed} ${axis.name}`), version), document),
    ]),
  );
}

/**
 * Parses a list of axes: `all`, names with commas between them, or `random:4` for four that follow from the seed.
 *
 * @throws {Error} naming what is not an axis
 */
export function parseAxes(text: string, seed: string): readonly Axis[] {
  if (text === "all") return AXES;
  if (text === "none") return [];
  const count = /^random:(\d+)$/.exec(text)?.[1];
  if (count !== undefined) return drawAxes(Number(count), seed);
  return text.split(",").map((name) => {
    const axis = AXES.find((candidate) => candidate.name === name);
    if (axis !== undefined) return axis;
    throw new Error(`${name}: expected all, random:<n> or some of ${AXES.map((known) => known.name).join(", ")}`);
  });
}

/** Some axes, drawn by a seed. */
export function drawAxes(count: number, seed: string): readonly Axis[] {
  const random = seededRandom(`${seed} axes`);
  const drawn = [...AXES].sort((a, b) => random(a.name) - random(b.name)).slice(0, count);
  return AXES.filter((axis) => drawn.includes(axis));
}
