import { expect, test } from "vitest";
import type { Outcome } from "./propose.ts";
import { publishDrift } from "./publish-drift.ts";
import { readOutcome } from "./read-outcome.ts";

const CHANGED = {
  kind: "changed",
  pullRequest: { branch: "specs/v2.2", title: "v2.2: 1 additive", body: "Body.", labels: [], isDraft: true },
} as const;

async function publish(outcome: Outcome, lists: Readonly<Record<string, readonly object[]>> = {}) {
  const calls: string[] = [];
  const code = await publishDrift({
    version: "v2.2",
    outcome,
    gh: async ([subject = "", verb = "", ...others]) => {
      if (verb === "list") return JSON.stringify(lists[subject] ?? []);
      calls.push([subject, verb, ...others].join(" "));
      return "";
    },
    push: async (branch, title) => {
      calls.push(`push ${branch}: ${title}`);
    },
    today: "2026-01-31",
  });
  return { code, calls };
}

test("a change is pushed before its pull request is opened", async () => {
  const { code, calls } = await publish(CHANGED);

  expect(code).toBe(0);
  expect(calls[0]).toBe("push specs/v2.2: feat(specs): adopt v2.2: 1 additive");
  expect(calls[1]).toContain("pr create --head specs/v2.2 --base main --draft");
});

test("an unwell source is red, with an issue and without a pull request", async () => {
  const { code, calls } = await publish({ kind: "unwell", reason: "is an HTML or XML page" });

  expect(code).toBe(1);
  expect(calls.map((call) => call.split(" ").slice(0, 2).join(" "))).toEqual(["label create", "issue create"]);
});

test("a change from a source that is well again closes its issue", async () => {
  const issue = { number: 7, title: "source of v2.2 unwell since 2026-01-01" };

  const { calls } = await publish(CHANGED, { issue: [issue] });

  expect(calls[0]).toContain("issue close 7");
});

test("nothing changed: nothing is written, and a pull request that is left over is closed", async () => {
  expect(await publish({ kind: "unchanged" })).toEqual({ code: 0, calls: [] });

  const { calls } = await publish({ kind: "unchanged" }, { pr: [{ number: 5, isDraft: true, labels: [] }] });
  expect(calls[0]).toContain("pr close 5");
});

test("an outcome survives writing and reading", () => {
  for (const outcome of [CHANGED, { kind: "unchanged" }, { kind: "unwell", reason: "503" }]) {
    expect(readOutcome(JSON.stringify(outcome), "v2.2")).toEqual(outcome);
  }
});

test.each([
  [{ kind: "other" }, "unknown kind: other"],
  [{ ...CHANGED, pullRequest: { ...CHANGED.pullRequest, branch: "main" } }, "unexpected branch: main"],
  [{ ...CHANGED, pullRequest: { ...CHANGED.pullRequest, title: "a\nb" } }, "the title is not one line"],
  [{ ...CHANGED, pullRequest: { ...CHANGED.pullRequest, body: "x".repeat(60_001) } }, "the body is longer"],
  [{ ...CHANGED, pullRequest: { ...CHANGED.pullRequest, labels: ["admin"] } }, "unknown label: admin"],
])("the outcome %j of another job is refused", (outcome, message) => {
  expect(() => readOutcome(JSON.stringify(outcome), "v2.2")).toThrow(message);
});
