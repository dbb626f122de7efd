import { expect, test } from "vitest";
import { applyIssueAction, closePullRequest, listIssues, writePullRequest } from "./github.ts";

const WANTED = {
  ...{ branch: "specs/v2.2", title: "v2.2: 1 breaking", body: "The body.", labels: ["drift: breaking"], isDraft: true },
};

/** Records the calls of `gh`; `list` is what its lists contain. */
function recordGh(list: readonly object[] = []) {
  const calls: string[] = [];
  const gh = async (args: readonly string[], input?: string): Promise<string> => {
    calls.push([...args, ...(input === undefined ? [] : [`< ${input}`])].join(" "));
    return args[1] === "list" ? JSON.stringify(list) : "";
  };
  return { gh, calls };
}

test("a first change opens a draft with its labels", async () => {
  const { gh, calls } = recordGh();

  await writePullRequest(gh, WANTED, "main");

  expect(calls.slice(0, 1)).toEqual(["label create drift: breaking --force"]);
  expect(calls.at(-1)).toBe(
    "pr create --head specs/v2.2 --base main --draft --title v2.2: 1 breaking --body-file - --label drift: breaking < The body.",
  );
});

test("a later change updates the open pull request and doubles none, and other labels stay", async () => {
  const labels = [{ name: "drift: additive" }, { name: "mine" }];
  const { gh, calls } = recordGh([{ number: 5, isDraft: true, labels }]);

  await writePullRequest(gh, WANTED, "main");

  expect(calls.at(-1)).toBe(
    "pr edit 5 --title v2.2: 1 breaking --body-file - --add-label drift: breaking --remove-label drift: additive < The body.",
  );
  expect(calls.filter((call) => call.startsWith("pr create"))).toEqual([]);
});

test.each([
  [true, false, "pr ready 5"],
  [false, true, "pr ready 5 --undo"],
])("a pull request with isDraft %s that must have %s is changed", async (isDraft, wanted, call) => {
  const { gh, calls } = recordGh([{ number: 5, isDraft, labels: [] }]);

  await writePullRequest(gh, { ...WANTED, isDraft: wanted }, "main");

  expect(calls.at(-1)).toBe(call);
});

test("without a change the open pull request is closed, and without one nothing happens", async () => {
  const open = recordGh([{ number: 5, isDraft: true, labels: [] }]);
  await closePullRequest(open.gh, "specs/v2.2");
  expect(open.calls.at(-1)).toContain("pr close 5");

  const none = recordGh();
  await closePullRequest(none.gh, "specs/v2.2");
  expect(none.calls).toHaveLength(1);
});

test("issues are read, opened, updated and closed", async () => {
  const { gh, calls } = recordGh([{ number: 7, title: "source of v2.2 unwell since 2026-01-01" }]);
  expect(await listIssues(gh)).toEqual([{ number: 7, title: "source of v2.2 unwell since 2026-01-01" }]);

  await applyIssueAction(gh, { kind: "open", title: "A", body: "B" });
  await applyIssueAction(gh, { kind: "update", number: 7, title: "A", body: "C" });
  await applyIssueAction(gh, { kind: "close", number: 7, comment: "D" });
  await applyIssueAction(gh, { kind: "none" });

  expect(calls.slice(1)).toEqual([
    "label create source unwell --force",
    "issue create --title A --label source unwell --body-file - < B",
    "issue edit 7 --body-file - < C",
    "issue close 7 --comment D",
  ]);
});
