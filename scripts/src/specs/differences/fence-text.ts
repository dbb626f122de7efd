import { makeVisible } from "@nectar-sdk/openapi/document";

/** Formats lines as a fenced block of plain text, with a fence that no line can close. */
export function fenceText(lines: readonly string[]): string {
  const shown = lines.map(makeVisible);
  const longest = Math.max(2, ...shown.map((line) => /^\s*(`*)/.exec(line)?.[1]?.length ?? 0));
  const fence = "`".repeat(longest + 1);
  return [`${fence}text`, ...shown, fence].join("\n");
}
