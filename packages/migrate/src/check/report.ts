import { relative } from "node:path";
import { formatAnnotation } from "@nectar-sdk/openapi/report";
import type { ApiPackage } from "../project/api-package.ts";
import type { Finding } from "./finding.ts";
import type { CheckResult } from "./run-check.ts";

/** How many files outside every tsconfig the report for people names; JSON names all. */
const NAMED_FILES = 10;

/** Formats a result as lines. */
export type Formatter = (result: CheckResult, cwd: string) => string[];

/** Every format of `nectar-migrate check`. */
export const FORMATS: Readonly<Record<string, Formatter>> = {
  terminal: formatText,
  json: formatJson,
  markdown: formatMarkdown,
  github: formatGithub,
};

function formatText(result: CheckResult, cwd: string): string[] {
  const { findings } = result;
  return [
    formatPackage("from", result.migration.from),
    formatPackage("to", result.migration.to),
    "",
    ...formatGroup("Does not compile", findings.filter(isTypeError), cwd),
    ...formatGroup(
      "Compiles and may break",
      findings.filter((finding) => !isTypeError(finding)),
      cwd,
    ),
    ...formatSummary(result, cwd),
  ];
}

function formatGroup(heading: string, findings: readonly Finding[], cwd: string): string[] {
  if (findings.length === 0) return [];
  return [
    `${heading} (${findings.length})`,
    ...findings.flatMap((finding) => [
      `  ${formatPlace(finding, cwd)}  ${finding.expression}`,
      `    ${formatRule(finding)}: ${finding.why}`,
      `    ${finding.advice}`,
    ]),
    "",
  ];
}

function formatSummary({ findings, errorsBefore, files, unreached, outside }: CheckResult, cwd: string): string[] {
  const lines = [
    `${count(files, "file")} checked: ${count(findings.filter(isTypeError).length, "new error")}, ` +
      `${count(findings.filter((finding) => !isTypeError(finding)).length, "place")} that compile and may break`,
    `${count(unreached, "change")} that may break callers and that your code does not reach`,
  ];
  if (errorsBefore > 0) lines.push(`${count(errorsBefore, "error")} without any change, not listed`);
  if (outside.length > 0) {
    const names = outside.slice(0, NAMED_FILES).map((file) => relative(cwd, file));
    const more = outside.length > NAMED_FILES ? `, and ${outside.length - NAMED_FILES} more` : "";
    lines.push(
      `${count(outside.length, "file")} outside every tsconfig, not checked: ${names.join(", ")}${more}`,
      "Include them in a tsconfig (JavaScript with allowJs), or pass their tsconfig with -p.",
    );
  }
  return lines;
}

function formatJson(result: CheckResult, cwd: string): string[] {
  const { migration, findings, errorsBefore, files, unreached, outside } = result;
  const toFacts = ({ version, name, packageVersion, origin, sha256 }: ApiPackage) => ({
    version,
    name,
    packageVersion,
    origin,
    sha256,
  });
  const json = {
    from: toFacts(migration.from),
    to: toFacts(migration.to),
    findings: findings.map(({ start: _, ...finding }) => ({ ...finding, file: relative(cwd, finding.file) })),
    errorsBefore,
    files,
    unreached,
    outside: outside.map((file) => relative(cwd, file)),
  };
  return JSON.stringify(json, null, 2).split("\n");
}

function formatMarkdown(result: CheckResult, cwd: string): string[] {
  const { from, to } = result.migration;
  const rows = result.findings.map((finding) => {
    const cells = [
      formatPlace(finding, cwd),
      `\`${finding.expression.replaceAll("`", "'")}\``,
      formatRule(finding),
      finding.why,
      finding.advice,
    ];
    return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  });
  const table = ["| place | code | finding | why | what to do |", "| --- | --- | --- | --- | --- |", ...rows, ""];
  return [
    `# ${from.version} to ${to.version}`,
    "",
    `- ${formatPackage("from", from)}`,
    `- ${formatPackage("to", to)}`,
    "",
    ...(rows.length === 0 ? [] : table),
    ...formatSummary(result, cwd).map((line) => `- ${line}`),
  ];
}

/** Commands of a workflow on GitHub, which show each finding at its line. */
function formatGithub(result: CheckResult, cwd: string): string[] {
  const commands = result.findings.map((finding) => {
    const { line, column: col, why, advice } = finding;
    const properties = { file: relative(cwd, finding.file), line, col, title: formatRule(finding) };
    return formatAnnotation(isTypeError(finding) ? "error" : "warning", properties, `${why} ${advice}`);
  });
  return [...commands, ...formatSummary(result, cwd)];
}

function formatPackage(role: string, { name, packageVersion, origin, sha256 }: ApiPackage): string {
  return `${role} ${name}@${packageVersion} (${origin}), document ${sha256}`;
}

function formatPlace({ file, line, column }: Finding, cwd: string): string {
  return `${relative(cwd, file)}:${line}:${column}`;
}

function formatRule({ rule, id, certainty, kind }: Finding): string {
  const sure = kind === "silent" ? `, ${certainty}` : "";
  return id === undefined ? `${rule}${sure}` : `${rule} ${id}${sure}`;
}

function isTypeError({ kind }: Finding): boolean {
  return kind === "type-error";
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
