import { expect, test } from "vitest";
import { planIssue } from "./plan-issue.ts";

const ISSUE = { number: 7, title: "source of v2.2 unwell since 2026-01-01" };

test("an unwell source opens one issue with the day", () => {
  const action = planIssue("v2.2", "v2.2: the server responded 503", [], "2026-01-01");

  expect(action).toMatchObject({ kind: "open", title: "source of v2.2 unwell since 2026-01-01" });
  expect(action).toMatchObject({ body: expect.stringContaining("    v2.2: the server responded 503") });
});

test("a source that stays unwell updates its issue, which keeps its first day", () => {
  expect(planIssue("v2.2", "503", [ISSUE], "2026-02-01")).toMatchObject({
    ...ISSUE,
    kind: "update",
    body: expect.stringContaining("2026-02-01"),
  });
});

test("a source that is well again closes its issue", () => {
  expect(planIssue("v2.2", undefined, [ISSUE], "2026-02-01")).toEqual({
    kind: "close",
    number: 7,
    comment: "The source of v2.2 is well again since 2026-02-01.",
  });
});

test("a source that is well has no issue, and leaves those of other versions alone", () => {
  expect(planIssue("v2.1", undefined, [ISSUE], "2026-02-01")).toEqual({ kind: "none" });
  expect(planIssue("v2.1", "503", [ISSUE], "2026-02-01")).toMatchObject({ kind: "open" });
});

test("a message of many lines stays a block, and is cut", () => {
  const action = planIssue("v2.2", "@team\n".repeat(5000), [], "2026-01-01");

  const body = action.kind === "open" ? action.body : "";
  expect(body.length).toBeLessThan(6000);
  expect(body.split("\n").filter((line) => line.startsWith("@"))).toEqual([]);
});
