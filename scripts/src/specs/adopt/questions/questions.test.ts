import type { JsonObject } from "@nectar-sdk/openapi/document";
import { expect, test } from "vitest";
import { smallDocument } from "../../../../test/support/small-document.ts";
import type { DocumentPair } from "../carry/match-operations.ts";
import { askQuestions } from "./questions.ts";

function documentWith(fields: readonly string[], more: JsonObject = {}): JsonObject {
  const properties = Object.fromEntries(fields.map((name) => [name, { type: "string" }]));
  const content = { "application/json": { schema: { type: "object", properties } } };
  const responses = { "200": { description: "", content } };
  return smallDocument({ "/thing": { get: { operationId: "thing_list", responses } } }, {}, more);
}

function ask(...pairs: DocumentPair[]): string[] {
  const questions = askQuestions({ pairs, lost: new Map(), changes: new Map(), withoutWebhooks: [], leftOut: [] });
  return questions.map(({ id }) => id);
}

const OLD = documentWith(["a", "b"]);
const NEW = documentWith(["a", "c", "d"]);

test("a document that names no version and is nearer to the last one of another is a question", () => {
  const other = { version: "v1.1", before: NEW, after: NEW };

  expect(ask({ version: "v1.0", before: OLD, after: documentWith(["a", "c"]) }, other)).toEqual(["other-version v1.0"]);
  expect(ask({ version: "v1.0", before: OLD, after: documentWith(["a", "b", "c"]) }, other)).toEqual([]);
  const servers = { servers: [{ url: "https://api.example/v1.0" }] };
  expect(ask({ version: "v1.0", before: OLD, after: documentWith(["a", "c"], servers) }, other)).toEqual([]);
});

test("a document that is far nearer to the last one of another version must not land unseen", () => {
  const pairs = [
    { version: "v1.0", before: documentWith(["a", "b", "c", "d", "e"]), after: NEW },
    { version: "v1.1", before: NEW, after: NEW },
  ];

  const [question] = askQuestions({ pairs, lost: new Map(), changes: new Map(), withoutWebhooks: [], leftOut: [] });

  expect(question).toMatchObject({ id: "other-version v1.0", proposal: "stop" });
});

test("documents that lack most operations must not land unseen", () => {
  const pairs = [{ version: "v1.0", before: OLD, after: OLD }];
  const lost = new Map([["GET /thing", "things.list"]]);

  const questions = askQuestions({ pairs, lost, changes: new Map(), withoutWebhooks: [], leftOut: [] });

  expect(questions[0]).toMatchObject({ id: "most-operations-lost", proposal: "stop" });
});

test("ids that have changed places are questions; an id that is only new is not", () => {
  const before = smallDocument({
    "/thing": { get: { operationId: "a" } },
    "/thing/{id}": { get: { operationId: "b" } },
  });
  const swapped = smallDocument({
    "/thing": { get: { operationId: "b" } },
    "/thing/{id}": { get: { operationId: "a" } },
  });
  const renamed = smallDocument({
    "/thing": { get: { operationId: "x" } },
    "/thing/{id}": { get: { operationId: "b" } },
  });

  expect(ask({ version: "v1.0", before, after: swapped })).toEqual(["id-moved v1.0 b", "id-moved v1.0 a"]);
  expect(ask({ version: "v1.0", before, after: renamed })).toEqual([]);
});
