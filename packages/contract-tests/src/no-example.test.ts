import { loadDocument, type Operation } from "@nectar-sdk/testing/document";
import { newest } from "@nectar-sdk/versions";
import { expect, test } from "vitest";
import { listCases } from "./matrix.ts";
import { isCallable, isFullyKnown } from "./no-example.ts";

const document = loadDocument(newest);
const REASON = { "x-no-example": "no value was found that the schema accepts" };
const content = new Map([["application/json", { schema: {}, examples: new Map(), object: REASON }]]);

/** An operation without parameters. */
function findPlain(): Operation {
  const found = [...document.operations.values()].find(({ parameters, body }) => parameters.length === 0 && !body);
  if (found === undefined) throw new Error("no operation without parameters");
  return found;
}

test("an operation whose body no value fits has no case", () => {
  const operation = { ...findPlain(), body: { required: true, description: "", content } };

  expect(isCallable(operation)).toBe(false);
  expect(listCases(document, operation)).toEqual([]);
});

test("a response that no value fits has no case, and the others have theirs", () => {
  const plain = findPlain();
  const [success = ""] = plain.responses.keys();
  const responses = new Map([...plain.responses, [success, { description: "", headers: new Map(), content }]]);

  const statuses = new Set(listCases(document, { ...plain, responses }).map(({ status }) => String(status)));

  expect(isFullyKnown({ ...plain, responses })).toBe(false);
  expect([...statuses]).toEqual([...plain.responses.keys()].filter((status) => status !== success));
});
