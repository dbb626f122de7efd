import { expect, test } from "vitest";
import { decide as decideWith } from "./decisions.ts";
import type { Question } from "./questions.ts";

const decide = (text: string | undefined, questions: readonly Question[]) => decideWith(text, questions, () => false);

const QUESTION: Question = {
  id: "operation-lost GET /ping",
  place: "specs/resources.yaml",
  text: "no version has GET /ping any more",
  proposal: "remove",
  choices: ["remove", "stop"],
};

test("a question whose proposal is to stop ends the pull, with the line that lets it pass", () => {
  const other = { ...QUESTION, id: "most-operations-lost", proposal: "stop", choices: ["accept", "stop"] };
  const line = 'decisions: { "most-operations-lost": { choice: accept } }';

  expect(() => decide(undefined, [other])).toThrow(
    `nothing was written. If it is right, add to specs/decisions.yaml: ${line}`,
  );
  expect(decide(line, [other]).choices.get(other.id)).toBe("accept");
});

test("a proposal applies until the recorded question has a choice, and a decided question stays recorded", () => {
  const asked = decide(undefined, [QUESTION]);
  expect(asked.open).toEqual([QUESTION]);
  expect(asked.choices).toEqual(new Map([[QUESTION.id, "remove"]]));

  // The next pull does not raise it again.
  expect(decide(asked.text, []).open).toEqual([QUESTION]);

  const chosen = `${asked.text}    choice: remove\n`;
  expect(decide(chosen, [QUESTION])).toEqual({
    open: [],
    choices: new Map([[QUESTION.id, "remove"]]),
    text: chosen,
  });
  expect(decide(chosen, []).open).toEqual([]);
});

test("a settled question goes, decided or not, unless the pull asks it", () => {
  const isSettled = (id: string) => id === QUESTION.id;
  const recorded = decide(undefined, [QUESTION]).text;

  expect(decideWith(recorded, [], isSettled)).toEqual({ open: [], choices: new Map(), text: undefined });
  expect(decideWith(`${recorded}    choice: remove\n`, [], isSettled).text).toBeUndefined();
  expect(decideWith(recorded, [QUESTION], isSettled).open).toEqual([QUESTION]);
});

test("reasons for breaking changes stay, with and without questions", () => {
  const reasons = "breaking:\n  0123456789ab: Never filled.\n";

  const { text } = decide(reasons, [QUESTION]);

  expect(text).toContain(reasons);
  expect(text).toContain("operation-lost GET /ping:");
  expect(decideWith(text, [], () => true).text).toMatch(/^# [^\n]+\nbreaking:\n {2}0123456789ab: Never filled\.\n$/);
});

test("without any question there is no file", () => {
  expect(decide(undefined, [])).toEqual({ open: [], choices: new Map(), text: undefined });
});

test.each([
  ["{ choice: keep }", "operation-lost GET /ping: choice must be one of: remove, stop"],
  ["{ choice: stop }", "decisions.yaml stops the pull: operation-lost GET /ping: no version has GET /ping any more"],
  ["remove", "decisions.yaml: operation-lost GET /ping: expected an object"],
])("the choice %s is refused with one line that names the question", (entry, message) => {
  expect(() => decide(`decisions:\n  operation-lost GET /ping: ${entry}\n`, [QUESTION])).toThrow(message);
});
