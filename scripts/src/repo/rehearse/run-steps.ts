import { messageOf } from "../../shared/command-line.ts";
import type { Row } from "./moves/format-table.ts";
import type { Rehearsal, Step } from "./rehearsal.ts";

/**
 * Runs the steps in order, up to the first one that fails.
 *
 * @param onRow called after each step
 * @param now the time in milliseconds
 */
export async function runSteps(
  steps: readonly Step[],
  rehearsal: Rehearsal,
  onRow: (row: Row) => void,
  now: () => number = () => performance.now(),
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const step of steps) {
    if (step.applies !== undefined && !(await step.applies(rehearsal))) continue;
    const start = now();
    const { moves = [], problems = [] } = await step
      .run(rehearsal)
      .catch((error: unknown) => ({ moves: [], problems: [messageOf(error)] }));
    const row = { step: step.name, moves, problems, seconds: (now() - start) / 1000 };
    rows.push(row);
    onRow(row);
    if (problems.length > 0) break;
  }
  return rows;
}
