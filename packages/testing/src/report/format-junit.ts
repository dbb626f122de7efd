import { COMMAND_MARK } from "@nectar-sdk/openapi/document";
import { toPrintable } from "../shared/printable.ts";
import type { CountedViolation, LeftOut, Report, ReportedOperation } from "./create-report.ts";

/** Formats one test case per called operation; calls that were left out are skipped tests. */
export function formatJunit(report: Report): string {
  const { api, subject, incomplete, operations, leftOut } = report;
  const cases = [
    ...operations.map(formatTestCase),
    ...leftOut.map(formatSkipped),
    ...(incomplete === undefined
      ? []
      : [
          `    <testcase classname="nectar-contract" name="complete">\n      <error message=${toAttribute(incomplete)}/>\n    </testcase>`,
        ]),
  ];
  const failures = operations.filter(hasErrors).length;
  const name = toAttribute(`Nectar API ${api}${subject === undefined ? "" : `, ${subject}`}`);
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

function formatTestCase(operation: ReportedOperation): string {
  const { violations } = operation;
  const errors = violations.filter(({ severity }) => severity === "error");
  const notes = violations.filter(({ severity }) => severity === "note");
  const children = [
    ...errors.map((violation) => {
      const { code, message } = violation;
      return `      <failure type="${code}" message=${toAttribute(message)}>${toContent(formatViolationLine(violation))}</failure>`;
    }),
    ...(notes.length === 0
      ? []
      : [`      <system-out>${notes.map((note) => toContent(formatViolationLine(note))).join("\n")}</system-out>`]),
  ];
  return toElement(operation.name, operation.operation ?? "no operation", children);
}

function formatSkipped({ name, operation, reason }: LeftOut): string {
  return toElement(name, operation, [`      <skipped message=${toAttribute(reason)}/>`]);
}

function toElement(name: string, className: string, children: readonly string[]): string {
  const head = `    <testcase classname=${toAttribute(className)} name=${toAttribute(name)}`;
  return children.length === 0 ? `${head}/>` : [`${head}>`, ...children, "    </testcase>"].join("\n");
}

function hasErrors({ violations }: ReportedOperation): boolean {
  return violations.some(({ severity }) => severity === "error");
}

function formatViolationLine({ code, side, at, message, count }: CountedViolation): string {
  return `${code} in ${side} ${at}${count === 1 ? "" : ` (${count} times)`}: ${message}`;
}

function toAttribute(text: string): string {
  return `"${toContent(text).replaceAll('"', "&quot;").replaceAll("\t", "&#9;")}"`;
}

function toContent(text: string): string {
  const escaped = toPrintable(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  // A line break from a server would start a new line in the log that prints the report.
  return escaped.replaceAll("\n", "&#10;").replaceAll(COMMAND_MARK, "&#35;");
}
