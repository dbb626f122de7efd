import { toOneLine } from "../shared/printable.ts";
import type { Report } from "./create-report.ts";

/** Formats a GitHub annotation (error or notice) per violation; empty when there is none. */
export function formatGithub({ api, incomplete, operations }: Report): string {
  const lines = operations.flatMap(({ name, violations }) => {
    return violations.map(({ code, side, at, message, severity, count }) => {
      const times = count === 1 ? "" : ` (${count} times)`;
      return formatCommand(
        severity === "error" ? "error" : "notice",
        `Nectar API ${api}: ${name}`,
        `${code} in ${side} ${at}${times}: ${message}`,
      );
    });
  });
  const warnings = incomplete === undefined ? [] : [formatCommand("error", `Nectar API ${api}`, incomplete)];
  return [...warnings, ...lines].map((line) => `${line}\n`).join("");
}

function formatCommand(level: "error" | "notice", title: string, message: string): string {
  const property = escapeData(title).replaceAll(":", "%3A").replaceAll(",", "%2C");
  return `::${level} title=${property}::${escapeData(message)}`;
}

/** Escapes data like GitHub's toolkit. A line break from a server would start another command. */
function escapeData(text: string): string {
  return toOneLine(text.replaceAll("\r", "\n")).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
