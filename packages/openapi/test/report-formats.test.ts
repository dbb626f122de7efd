import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatHtml } from "../src/diff/report/html/format-html.ts";
import { diffDocuments, findCandidates } from "../src/diff.ts";
import { asObject, type JsonObject, makeVisible } from "../src/document.ts";
import { type DiffReport, formatReport, nameOperations, type ReportFormat } from "../src/report.ts";

function createReport(before: JsonObject, after: JsonObject, name = "a.json"): DiffReport {
  const changes = nameOperations(diffDocuments(before, after), before, after);
  const toSource = (document: JsonObject) => ({ name, title: name, sha256: "0".repeat(64), document });
  return {
    before: toSource(before),
    after: toSource(after),
    view: "both",
    changes,
    candidates: findCandidates(changes),
    behaviour: [],
    ignored: 0,
  };
}

const format = (name: ReportFormat, report: DiffReport) => formatReport(report, name).join("\n");

/** Documents in which every name and value that the author chooses is the given text. */
function createDocuments(text: string): [before: JsonObject, after: JsonObject] {
  const build = (type: string, extra: string) => ({
    openapi: "3.1.0",
    info: { title: text, version: extra },
    servers: [{ url: text + extra }],
    paths: {
      [`/${text}`]: {
        get: {
          operationId: text,
          description: text + extra,
          parameters: [{ name: text + extra, in: "query" }],
          responses: {
            "200": { content: { [text]: { schema: { properties: { [text]: { type }, [text + extra]: {} } } } } },
          },
        },
      },
    },
    webhooks: { [text]: { post: { requestBody: { content: { [text]: { schema: { enum: [text, extra] } } } } } } },
    components: { schemas: { [text]: { type, default: text + extra } } },
  });
  return [build("string", "1"), build("boolean", "2")];
}

const HOSTILE = [
  '<script>alert("x")</script>',
  "</script><img src=x onerror=alert(1)>",
  "' onmouseover='alert(1)",
  '"><svg/onload=alert(1)>',
  "]]>&lt;![CDATA[",
  "\n::error::x\n##[group]x",
  "\u001b[31m\u202ered\u0000\ud800",
  "| a |\n# b\n[c](javascript:alert(1)) `d` @all https://example.com",
  "__proto__",
  "{{b}}%0A%25",
];

const hostile = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc
    .array(fc.constantFrom(...HOSTILE, "<", ">", "&", '"', "'", "`", "|", "\r\n"), { maxLength: 4 })
    .map((parts) => parts.join("")),
);

const pages = fc.tuple(hostile, hostile).map(([text, name]) => createReport(...createDocuments(text), name));

test("text of a document never becomes markup of a page", () => {
  const listTags = (page: string) =>
    page.replaceAll(/<(style|script)>[\s\S]*?<\/\1>/g, "<$1></$1>").match(/<[^>]*>/g) ?? [];

  fc.assert(
    fc.property(pages, (report) => {
      for (const tag of listTags(format("html", report))) {
        expect(tag).toMatch(
          /^<\/?(?:!doctype html|html lang="en"|html|h1|h2|p|b|a|ul|li|br|div|small|code|pre|span|title|style|script|section|article|details|summary|form hidden|form|select|option|fieldset|label|input|output|meta)(?: (?:[a-z-]+="[^"<>]*"|hidden|checked))*>$/,
        );
        expect(tag.replaceAll(/"[^"]*"/g, "")).not.toMatch(/ (?:on\w+|src|style)=/);
        expect(tag).not.toMatch(/^<a .*href="(?!#)/);
      }
    }),
    { numRuns: 60 },
  );
});

test("a page allows only the script and style that it contains", () => {
  const page = format("html", createReport(...createDocuments("a")));

  expect(page.match(/<script>/g)).toHaveLength(1);
  const hash = (tag: string) => {
    const text = new RegExp(`<${tag}>([\\s\\S]*)</${tag}>`).exec(page)?.[1] ?? "";
    return `${tag}-src 'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  };
  expect(page).toContain(`default-src 'none'; ${hash("style")}; ${hash("script")}; base-uri 'none'`);
  expect(page).not.toMatch(/https?:\/\/(?!a)/);
});

test("each change of a page has its id as anchor, and its whole values", () => {
  const description = "A long text. ".repeat(30);
  const withText = (text: string) => ({ openapi: "3.1.0", paths: { "/a": { get: { description: text } } } });
  const report = createReport(withText("short"), withText(description));
  const page = format("html", report);

  for (const { id } of report.changes) expect(page).toContain(`<article id="${id}"`);
  expect(page).toContain(description);
});

test("a long value of a page is whole and folded, without a script", () => {
  const text = (word: string) => `${`${word} `.repeat(20_000)}end of ${word}`;
  const withText = (word: string) => ({ openapi: "3.1.0", paths: { "/a": { get: { description: text(word) } } } });

  const page = format("html", createReport(withText("old"), withText("new"))).replace(/<script>[\s\S]*<\/script>/, "");

  expect(page).toContain(`(${text("old").length} characters)</summary><pre>${text("old")}</pre></details>`);
  expect(page).toContain(`(${text("new").length} characters)</summary><pre>${text("new")}</pre></details>`);
  expect(page).not.toContain("Left out");
});

test("a page of any limit is bounded, keeps the worst changes, and states how many changes and values it leaves out", () => {
  const paths = (count: number, word: string) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`/${index}`, { get: { description: word.repeat(500) } }]),
    );
  const report = createReport(
    { openapi: "3.1.0", paths: paths(20, "a<") },
    { openapi: "3.1.0", paths: paths(19, "b<") },
  );
  const count = (page: string, what: string) => Number(new RegExp(`[ :](\\d+) ${what}[,.]`).exec(page)?.[1] ?? 0);
  const worst = report.changes.find(({ severity }) => severity === "breaking");
  const frame = formatHtml(report, 0).join("\n").length;

  fc.assert(
    fc.property(fc.nat({ max: 80_000 }), (limit) => {
      const page = formatHtml(report, limit).join("\n");
      const shown = page.split("<article ").length - 1;
      const notes = page.split("left out: ").length - 1;

      expect(page.length).toBeLessThan(frame + limit + 300);
      expect(count(page, "changes")).toBe(report.changes.length - shown);
      expect(count(page, "values")).toBe(notes);
      if (shown > 0) expect(page).toContain(`<article id="${worst?.id}"`);
    }),
    { numRuns: 60 },
  );
});

test("a page names the first 1,000 candidates, and states how many it leaves out", () => {
  const withPath = (path: string) => ({ openapi: "3.1.0", paths: { [path]: { get: { operationId: "a" } } } });
  const report = createReport(withPath("/a"), withPath("/b"));

  const page = format("html", { ...report, candidates: Array.from({ length: 1234 }, () => report.candidates).flat() });

  expect(report.candidates).toHaveLength(1);
  expect(page.match(/<li>/g)).toHaveLength(1000);
  expect(page).toContain("too long: 234 candidates.");
});

test("JSON stays valid ASCII with the same values for hostile documents", () => {
  fc.assert(
    fc.property(pages, (report) => {
      const text = format("json", report);
      expect(text).toMatch(/^[\x20-\x7e\n]*$/);
      expect(asObject(JSON.parse(text), "report")["changes"]).toEqual(JSON.parse(JSON.stringify(report.changes)));
    }),
    { numRuns: 60 },
  );
});

test.each<ReportFormat>(["markdown", "github", "junit", "html"])("no text of a document in %s is invisible", (name) => {
  fc.assert(
    fc.property(pages, (report) => {
      const lines = formatReport(report, name);
      expect(lines.map(makeVisible)).toEqual(lines);
    }),
    { numRuns: 60 },
  );
});

test("every command for a CI runner is an annotation with an escaped title", () => {
  fc.assert(
    fc.property(pages, (report) => {
      const [count, ...annotations] = formatReport(report, "github").reverse();
      expect(count).toMatch(/^\d+ changes?(?:: |$)/);
      for (const line of annotations) expect(line).toMatch(/^::(error|warning|notice) title=[^:,]*::/);
    }),
    { numRuns: 60 },
  );
});

test("JUnit has a test for each change, and its counts are right", () => {
  fc.assert(
    fc.property(pages, (report) => {
      const xml = format("junit", report);
      const [breaking] = [report.changes.filter(({ severity }) => severity === "breaking").length];
      expect(xml.match(/<testcase /g)).toHaveLength(report.changes.length);
      expect(xml.match(/<failure /g) ?? []).toHaveLength(breaking);
      expect(xml.replaceAll(/<\/?[a-z]+(?: [a-z]+="[^"<]*")*\/?>|<\?[^>]*\?>|\s/g, "")).toBe("");
    }),
    { numRuns: 60 },
  );
});

test("Markdown has one row for each change with an effect", () => {
  fc.assert(
    fc.property(pages, (report) => {
      const rows = format("markdown", report)
        .split("\n")
        .filter((line) => line.startsWith("| **"));
      expect(rows).toHaveLength(report.changes.filter(({ severity }) => severity !== "text").length);
      for (const row of rows) expect(row.match(/(?<!\\)\|/g)).toHaveLength(7);
      expect(rows.join("\n").replaceAll("<!-- -->", "")).not.toMatch(/<|(?<!\\)[`[\]]/);
    }),
    { numRuns: 60 },
  );
});

test("operations are named by method and path, and candidates are questions", () => {
  const withProperty = (name: string) => ({
    openapi: "3.1.0",
    paths: {
      "/a": {
        get: {
          operationId: "x",
          responses: { "200": { content: { "a/b": { schema: { $ref: "#/components/schemas/S" } } } } },
        },
      },
    },
    components: { schemas: { S: { properties: { [name]: { type: "string" } } } } },
  });
  const lines = format("terminal", createReport(withProperty("p"), withProperty("q"))).split("\n");

  expect(lines).toContain("schema S (used by GET /a)");
  expect(lines.find((line) => line.includes("?"))).toMatch(
    /^ {2}property renamed in S\? p → q \(same shape, same object; [0-9a-f]{12}, [0-9a-f]{12}\)$/,
  );
});

test("a change that no document shows comes before the changes of the documents", () => {
  const first = {
    id: "other-order",
    change: "Lists begin with the newest.",
    wrong: "A cursor skips rows.",
    look: "Find cursors.",
  };
  const report = { ...createReport(...createDocuments("a")), behaviour: [{ ...first, evidence: "inferred" as const }] };
  for (const name of ["terminal", "markdown", "html", "json", "github"] as const) {
    const text = format(name, report);
    const places = [first.id, report.changes.find(({ severity }) => severity === "breaking")?.id ?? ""].map((id) =>
      text.indexOf(id),
    );
    expect(places[0]).toBeGreaterThan(0);
    expect(places[1]).toBeGreaterThan(places[0] ?? 0);
  }
});
