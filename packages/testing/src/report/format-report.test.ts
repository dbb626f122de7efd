import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBikeHire } from "../../test/support/bike-hire/read-bike-hire.ts";
import { findElements, parseXml } from "../../test/support/parse-xml.ts";
import { createViolation, type Violation } from "../check/violation.ts";
import type { Interaction } from "../recording/recording.ts";
import { createReport, type Report, type ReportContext } from "./create-report.ts";
import { formatReport } from "./format-report.ts";
import { REPORT_SCHEMA } from "./report-schema.ts";

const document = readBikeHire("v0.2");

function report(interactions: readonly Interaction[], context?: ReportContext): Report {
  return createReport(document, { api: "v0.2", specSha256: "abc", interactions }, context);
}

function call(path: string, violations: readonly Violation[], operation?: string): Interaction {
  const request = { method: "GET", path, headers: {} };
  const response = { status: 200, headers: {} };
  return { ...(operation === undefined ? {} : { operation }), request, response, violations };
}

const hostile = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom(
      "]]>",
      "<",
      "&",
      '"',
      "'",
      "%",
      "\r",
      "\n",
      ":",
      ",",
      "::",
      "\u0000",
      "\u001b[31m",
      "\ud800",
      "\u2028",
      "\u2029",
      "\u0085",
      "\v",
      "\f",
      "\n::error::a",
      "##[error]b",
      "##vso[c]",
      "x",
    ),
  }),
);
const hostileReport = fc
  .array(
    fc.record({
      method: hostile,
      path: hostile,
      at: hostile,
      message: hostile,
      note: fc.boolean(),
      known: fc.boolean(),
    }),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((calls) =>
    calls.map(({ method, path, at, message, note, known }) => {
      const found = createViolation(note ? "unknown-response-property" : "unknown-query-parameter", at, message);
      const made = call(`/${path}`, [found], known ? "ping.retrieve" : undefined);
      return { ...made, request: { ...made.request, method } };
    }),
  );

describe("the report as JUnit XML", () => {
  test("is well-formed for any text of a server or user", () => {
    fc.assert(
      fc.property(hostileReport, hostile, (interactions, text) => {
        const context = { subject: text, incomplete: text, leftOut: [{ operation: text, name: text, reason: text }] };
        const xml = parseXml(formatReport(report(interactions, context), "junit"));
        const errors = interactions.filter(({ violations }) => violations.some(({ severity }) => severity === "error"));
        expect(findElements(xml, "failure").length > 0).toBe(errors.length > 0);
        expect(findElements(xml, "testcase")).toHaveLength(Number(xml.attributes["tests"]));
        expect(findElements(xml, "skipped")).toHaveLength(1);
      }),
    );
  });

  test("contains the violation and its message", () => {
    const message = "a <b> & \"c\" 'd' ]]> e";
    const found = createViolation("unknown-query-parameter", "query.x", message);
    const xml = parseXml(formatReport(report([call("/ping", [found], "ping.retrieve")]), "junit"));
    expect(findElements(xml, "testcase")[0]?.attributes).toEqual({
      classname: "ping.retrieve",
      name: findName("ping.retrieve"),
    });
    expect(findElements(xml, "failure")).toEqual([
      {
        name: "failure",
        attributes: { type: "unknown-query-parameter", message },
        children: [`unknown-query-parameter in request query.x: ${message}`],
      },
    ]);
  });
});

test("no report contains a command of a CI server from a server, a user or a document", () => {
  fc.assert(
    fc.property(hostileReport, hostile, (interactions, text) => {
      const context = { subject: text, incomplete: text, leftOut: [{ operation: text, name: text, reason: text }] };
      const made = report(interactions, context);
      for (const format of ["text", "json", "junit"] as const) {
        // All characters that end a line of a log, and terminal sequences.
        for (const line of formatReport(made, format).split(/[\p{Cc}\u2028\u2029]/u)) {
          expect(line).not.toMatch(/^\s*::/);
          expect(line).not.toMatch(/##\w*\[/);
        }
      }
      expect(formatReport(made, "github")).not.toMatch(/##\w*\[|[^\n\P{Cc}]|[\u2028\u2029]/u);
    }),
  );
});

describe("the report as GitHub annotations", () => {
  test("has exactly one command per line for any text of a server or user", () => {
    fc.assert(
      fc.property(hostileReport, (interactions) => {
        const { operations } = report(interactions);
        const text = formatReport(report(interactions), "github");
        const lines = text.split("\n");
        expect(lines.pop()).toBe("");
        expect(lines).toHaveLength(operations.flatMap(({ violations }) => violations).length);
        for (const line of lines) expect(line).toMatch(/^::(error|notice) title=[^:,\r\n]*::[^\r\n]*$/);
        // A percent sign occurs only in an escape.
        expect(text.replaceAll(/%(25|0D|0A|3A|2C)/g, "")).not.toContain("%");
      }),
    );
  });

  test("is empty without violations", () => {
    expect(formatReport(report([call("/ping", [], "ping.retrieve")]), "github")).toBe("");
  });

  test("escapes the characters that end a title", () => {
    const found = createViolation("unknown-query-parameter", "query.x", "100% wrong, really: yes");
    expect(formatReport(report([call("/a:b,c", [found])]), "github")).toBe(
      "::error title=Nectar API v0.2%3A GET /a%3Ab%2Cc::unknown-query-parameter in request query.x: 100%25 wrong, really: yes\n",
    );
  });
});

describe("the report as text", () => {
  test("contains no control character of a server", () => {
    fc.assert(
      fc.property(hostileReport, hostile, (interactions, text) => {
        const context = { subject: text, incomplete: text, leftOut: [{ operation: text, name: text, reason: text }] };
        expect(formatReport(report(interactions, context), "text")).not.toMatch(/[^\n\P{Cc}]/u);
      }),
    );
  });

  test("is grouped by operation, with each violation once and errors first", () => {
    const error = createViolation("unknown-query-parameter", "query.x", "x is unknown");
    const note = createViolation("unknown-response-property", "body /y", "y is new");
    const text = formatReport(
      report(
        [
          call("/ping", [note, error], "ping.retrieve"),
          call("/ping", [error], "ping.retrieve"),
          call("/nothing?a=1", [error]),
        ],
        {
          incomplete: "interrupted after 3 of 10 calls",
          leftOut: [{ operation: "sites.delete", name: "sites.delete", reason: "it writes" }],
        },
      ),
      "text",
    );
    expect(text.split("\n\n").slice(0, 5)).toEqual([
      "Nectar API v0.2: 3 calls, 3 errors, 1 note",
      "INCOMPLETE: interrupted after 3 of 10 calls",
      [
        `${findName("ping.retrieve")} (GET /ping)`,
        "  error unknown-query-parameter in request query.x (2 times)",
        "    x is unknown",
        "  note unknown-response-property in response body /y",
        "    y is new",
      ].join("\n"),
      "GET /nothing (no operation)\n  error unknown-query-parameter in request query.x\n    x is unknown",
      "Left out: 1 call\n  sites.delete: it writes",
    ]);
    expect(text).toContain("\n  v0.2: 1 of 10 operations, 1 of 40 statuses\n");
  });
});

test("the JSON report equals the report and follows the published schema", () => {
  fc.assert(
    fc.property(hostileReport, hostile, (interactions, text) => {
      const context = { subject: text, incomplete: text, leftOut: [{ operation: text, name: text, reason: text }] };
      for (const made of [report(interactions), report(interactions, context)]) {
        const parsed = JSON.parse(formatReport(made, "json"));
        expect(parsed).toEqual(made);
        expect(document.validate(REPORT_SCHEMA, parsed)).toEqual([]);
      }
    }),
  );
  expect(report([call("/ping", [], "ping.retrieve")])).toMatchObject({ summary: { calls: 1, errors: 0, notes: 0 } });
  expect(document.validate(REPORT_SCHEMA, { format: 2 })).not.toEqual([]);
});

function findName(operation: string): string {
  return document.operations.get(operation)?.name ?? "";
}
