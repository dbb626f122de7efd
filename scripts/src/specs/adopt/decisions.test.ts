import { expect, test } from "vitest";
import { decide } from "./decisions.ts";
import type { Question } from "./questions.ts";

const QUESTION: Question = {
  id: "operation-lost GET /ping",
  place: "specs/resources.yaml",
  text: "no version has GET /ping any more",
  proposal: "remove",
  answers: ["remove", "stop"],
};

test("a proposal applies until the recorded question has an answer, and an answered question stays recorded", () => {
  const asked = decide(undefined, [QUESTION]);
  expect(asked.open).toEqual([QUESTION]);
  expect(asked.answers).toEqual(new Map([[QUESTION.id, "remove"]]));

  // The next pull does not raise it again.
  expect(decide(asked.text, []).open).toEqual([QUESTION]);

  const answered = `${asked.text}    answer: remove\n`;
  expect(decide(answered, [QUESTION])).toEqual({
    open: [],
    answers: new Map([[QUESTION.id, "remove"]]),
    text: answered,
  });
  expect(decide(answered, []).open).toEqual([]);
});

test("without any question there is no file", () => {
  expect(decide(undefined, [])).toEqual({ open: [], answers: new Map(), text: undefined });
});

test.each([
  ["{ answer: keep }", "operation-lost GET /ping: answer must be one of: remove, stop"],
  ["{ answer: stop }", "decisions.yaml stops the pull: operation-lost GET /ping: no version has GET /ping any more"],
  ["remove", "decisions.yaml: operation-lost GET /ping: expected an object"],
])("the answer %s is refused with one line that names the question", (entry, message) => {
  expect(() => decide(`decisions:\n  operation-lost GET /ping: ${entry}\n`, [QUESTION])).toThrow(message);
});
