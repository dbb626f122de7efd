import { COMMAND_MARK, printable } from "../shared/printable.ts";
import type { CountedViolation, LeftOut, Report, ReportedOperation } from "./report.ts";

/** One test case for each operation that was called; what was left out is skipped. */
export function formatJunit(report: Report): string {
  const { api, subject, incomplete, operations, leftOut } = report;
  const cases = [
    ...operations.map(testCase),
    ...leftOut.map(skipped),
    ...(incomplete === undefined
      ? []
      : [
          `    <testcase classname="nectar-contract" name="complete">\n      <error message=${attribute(incomplete)}/>\n    </testcase>`,
        ]),
  ];
  const failures = operations.filter(hasErrors).length;
  const name = attribute(`Nectar API ${api}${subject === undefined ? "" : `, ${subject}`}`);
  const counts = `tests="${cases.length}" failures="${failures}" errors="${incomplete === undefined ? 0 : 1}" skipped="${leftOut.length}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name=${name} ${counts}>`,
    ...cases,
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function testCase(operation: ReportedOperation): string {
  const { violations } = operation;
  const errors = violations.filter(({ severity }) => severity === "error");
  const notes = violations.filter(({ severity }) => severity === "note");
  const children = [
    ...errors.map((violation) => {
      const { code, message } = violation;
      return `      <failure type="${code}" message=${attribute(message)}>${content(lineOf(violation))}</failure>`;
    }),
    ...(notes.length === 0
      ? []
      : [`      <system-out>${notes.map((note) => content(lineOf(note))).join("\n")}</system-out>`]),
  ];
  return element(operation.name, operation.operation ?? "no operation", children);
}

function skipped({ name, operation, reason }: LeftOut): string {
  return element(name, operation, [`      <skipped message=${attribute(reason)}/>`]);
}

function element(name: string, className: string, children: readonly string[]): string {
  const head = `    <testcase classname=${attribute(className)} name=${attribute(name)}`;
  return children.length === 0 ? `${head}/>` : [`${head}>`, ...children, "    </testcase>"].join("\n");
}

function hasErrors({ violations }: ReportedOperation): boolean {
  return violations.some(({ severity }) => severity === "error");
}

function lineOf({ code, side, at, message, count }: CountedViolation): string {
  return `${code} in ${side} ${at}${count === 1 ? "" : ` (${count} times)`}: ${message}`;
}

function attribute(text: string): string {
  return `"${content(text).replaceAll('"', "&quot;").replaceAll("\t", "&#9;")}"`;
}

function content(text: string): string {
  const escaped = printable(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  // A line break of a server would begin a line of the log that the report is printed to.
  return escaped.replaceAll("\n", "&#10;").replaceAll(COMMAND_MARK, "&#35;");
}
