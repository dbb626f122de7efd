import { diffDocuments } from "@nectar-sdk/openapi/diff";
import { GROWTHS } from "../../openapi/test/support/growing-documents.ts";
import { type Candidates, measure } from "./measure.ts";
import { type Figure, formatReport } from "./report.ts";

/** Options of {@link measureDiffSpeed}. */
export interface DiffSpeedOptions {
  /** Parts of the smaller document. @default 800 */
  readonly length?: number;
  /** @default 3 */
  readonly rounds?: number;
}

/** Measures how much longer the comparison of documents takes that are twice as large. */
export async function measureDiffSpeed({ length = 800, rounds = 3 }: DiffSpeedOptions = {}): Promise<string> {
  const figures: Figure[] = [];
  for (const { name, create } of GROWTHS) {
    const [small, large] = [create(length), create(2 * length)];
    const candidates: Candidates = {
      small: async () => diffDocuments(...small),
      large: async () => diffDocuments(...large),
    };
    const times = await measure(candidates, rounds, 1);
    const [before = Number.NaN, after = Number.NaN] = [times.get("small"), times.get("large")];
    figures.push({ name: `${length} ${name}`, value: before / 1_000, unit: "ms" });
    figures.push({ name: `${2 * length} over ${length} ${name}`, value: after / before, unit: "×", goal: 2.2 });
  }
  return formatReport("Comparison of documents", figures);
}
