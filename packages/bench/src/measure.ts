/** Functions to measure, by their name in the table. */
export type Candidates = Readonly<Record<string, () => Promise<unknown>>>;

/**
 * Measures the median time of one run in microseconds. The candidates take turns in each round, so that other load on the machine affects all
 * of them.
 */
export async function measure(candidates: Candidates, rounds: number, runs: number): Promise<Map<string, number>> {
  const times = new Map(Object.keys(candidates).map((name): [string, number[]] => [name, []]));
  for (let round = 0; round < rounds + 1; round += 1) {
    for (const [name, candidate] of Object.entries(candidates)) {
      const start = performance.now();
      for (let index = 0; index < runs; index += 1) await candidate();
      // The first round warms up.
      if (round > 0) times.get(name)?.push(((performance.now() - start) * 1_000) / runs);
    }
  }
  return new Map([...times].map(([name, values]) => [name, findMedian(values)]));
}

/** Returns the value in the middle. */
export function findMedian(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
