import { join } from "node:path";
import { reportFailure } from "../../shared/command-line.ts";
import { terminal } from "../../shared/terminal.ts";
import { checkWords, LIMIT } from "./check-words.ts";

try {
  const areas = await checkWords(join(import.meta.dirname, "../../../.."));
  for (const { file, line, turn, suggestion } of areas.flatMap(({ findings }) => findings)) {
    terminal.log(`${file}:${line}: "${turn}" (write: ${suggestion})`);
  }
  for (const { area, findings, proseLines, rate } of areas) {
    terminal.log(`${area}: ${findings.length} odd turns in ${proseLines} lines of prose, ${rate.toFixed(1)} per 1,000`);
  }
  const above = areas.filter(({ rate }) => rate > LIMIT).map(({ area }) => area);
  if (above.length > 0) throw new Error(`more than ${LIMIT} odd turns per 1,000 lines in ${above.join(", ")}`);
} catch (error) {
  process.exitCode = reportFailure("words", error, terminal);
}
