import { expect, test } from "vitest";
import { answering, smallDocument } from "../../../test/support/small-document.ts";
import type { BehaviourChange } from "./behaviour-change.ts";
import { matchBehaviourChanges } from "./match-behaviour-changes.ts";

const FACT: BehaviourChange = {
  id: "fact",
  from: "v1.0",
  to: "v1.1",
  change: "Sizes differ.",
  operations: ["things.retrieve"],
  fields: ["size"],
  evidence: "seen",
  source: ["https://example.com"],
  wrong: "It fails.",
  look: "Look.",
  before: "entry.size;",
  after: "entry.size;",
};

function versionWith(version: string, ...fields: string[]) {
  const properties = Object.fromEntries(fields.map((field) => [field, { type: "string" }]));
  const document = smallDocument({
    "/thing/{thing_id}": { get: { operationId: "a", tags: ["things"], ...answering({ type: "object", properties }) } },
  });
  return { version, document, names: new Map([["a", { resource: "things", method: "retrieve" }]]) };
}

test("facts that fit the documents pass without a note", () => {
  const versions = [versionWith("v1.0", "size"), versionWith("v1.1", "size")];

  expect(matchBehaviourChanges([FACT], versions)).toEqual({
    changes: [{ ...FACT, requests: ["GET /thing/{}"] }],
    notes: [],
  });
});

test("a field or method that a document lacks is a note, and code that reads it is left out", () => {
  const versions = [versionWith("v1.0", "size"), versionWith("v1.1", "width")];
  const { before, after, ...fact } = FACT;
  const other = { ...fact, operations: ["things.remove"], fields: ["weight"] };

  expect(matchBehaviourChanges([FACT, other], versions)).toEqual({
    changes: [
      { ...fact, requests: ["GET /thing/{}"] },
      { ...other, requests: [] },
    ],
    notes: [
      "behaviour change fact: its code is left out, since a document does not fit it",
      "behaviour change fact: a document has no things.remove",
      "behaviour change fact: no document has weight",
    ],
  });
});
