import { diffDocuments } from "@nectar-sdk/openapi/diff";
import { asObject, type JsonObject } from "@nectar-sdk/openapi/document";
import { expect, test } from "vitest";
import { type Drift, LONGEST_BODY, planPullRequest } from "./plan-pull-request.ts";

function describeSites(properties: JsonObject): JsonObject {
  const content = { "application/json": { schema: { type: "object", properties } } };
  const get = { operationId: "sites", responses: { "200": { description: "", content } } };
  return asObject(
    { openapi: "3.1.0", info: { title: "Sites", version: "1" }, paths: { "/site": { get } } },
    "document",
  );
}

const CHANGES = diffDocuments(
  describeSites({ name: { type: "string" } }),
  describeSites({ height: { type: "number" } }),
);
const BREAKING = CHANGES.filter(({ severity }) => severity === "breaking").map(({ id }) => id);
const QUESTION = {
  ...{ id: "webhooks-gone", place: "specs/v1.0/openapi.json", text: "no <webhooks> @all" },
  ...{ proposal: "keep", choices: ["keep", "drop"] },
};

function plan(drift: Partial<Drift> = {}) {
  const base = { questions: [], breaking: BREAKING, reasons: new Map(BREAKING.map((id) => [id, "Never filled."])) };
  return planPullRequest({ version: "v1.0", changes: CHANGES, report: ["# Report"], ...base, ...drift });
}

test("the title counts the changes, worst first, and each judgement has its label", () => {
  expect(plan()).toMatchObject({
    branch: "specs/v1.0",
    title: "v1.0: 1 breaking, 1 additive",
    labels: ["drift: breaking", "drift: additive"],
  });
});

test("it is a draft until each breaking change has a reason, and lists those without one as YAML to fill in", () => {
  const draft = plan({ reasons: new Map() });

  expect(draft.isDraft).toBe(true);
  expect(draft.body).toContain(`breaking:\n  "${BREAKING[0]}": \n`);
  expect(plan().isDraft).toBe(false);
  expect(plan().body).toBe("# Report");
});

test("it is a draft until each question has a choice, and text of a document is escaped", () => {
  const draft = plan({ questions: [QUESTION] });

  expect(draft.isDraft).toBe(true);
  expect(draft.body).toContain("- **webhooks-gone**: no &lt;webhooks&gt; @<!-- -->all");
  expect(draft.body).toContain("Proposal: keep; choices: keep, drop");
});

test("a long report is cut after a whole line, below the limit, and says where the rest is", () => {
  const line = `| ${"x".repeat(98)} |`;

  const { body } = plan({ report: Array.from({ length: 12_000 }, () => line) });

  expect(body.length).toBeLessThanOrEqual(LONGEST_BODY);
  expect(body.length).toBeGreaterThan(LONGEST_BODY - 200);
  expect(new Set(body.split("\n").slice(0, -2))).toEqual(new Set([line]));
  expect(body).toMatch(/\n… The rest is in the artifact of the run: the whole report\.$/);
});

test("thousands of breaking changes leave the YAML complete and the body below the limit", () => {
  const breaking = Array.from({ length: 9000 }, (_, index) => index.toString(16).padStart(12, "0"));

  const { body } = plan({ breaking, reasons: new Map() });

  expect(body.length).toBeLessThanOrEqual(LONGEST_BODY);
  expect(body.split("```")).toHaveLength(3);
  expect(body).toContain("8800 more are in the report.");
});

test("another form of the same document has a title, too", () => {
  expect(plan({ changes: [], breaking: [] })).toMatchObject({
    title: "v1.0: another form of the same document",
    labels: [],
    isDraft: false,
  });
});
