import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { collectSlots, type Example, nameOf, type Slot } from "../src/examples/collect-examples.ts";
import { type Prism, startPrism } from "../src/mock/prism.ts";
import { effectiveDocument } from "../src/overlay/effective-document.ts";
import { asObject, type Json, type JsonObject, objectAt } from "../src/shared/json.ts";
import { SPECS, VERSIONS } from "./examples-support.ts";

// Prism asks for it on every operation and takes any.
const KEY = { "X-API-KEY": "test" };

// Hundreds of requests in a test; a busy machine gets its time.
describe.each(VERSIONS)("Prism with the effective document of %s", { timeout: 60_000 }, (version) => {
  let folder: string;
  let prism: Prism;
  let operations: Operation[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "examples-"));
    const document = await effectiveDocument(SPECS, version);
    operations = operationsOf(document);
    const file = join(folder, "openapi.json");
    await writeFile(file, JSON.stringify(document));
    prism = await startPrism(file);
  }, 60_000);
  afterAll(async () => {
    await prism[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  test("answers the first example of every operation, and finds nothing wrong with request and answer", async () => {
    for (const operation of operations) {
      const answer = await call(prism.url, operation, {});
      expect(answer).toEqual({
        name: operation.id,
        status: operation.success.detail,
        violations: null,
        body: operation.success.examples[0]?.value,
      });
    }
  });

  test("answers every example of every operation by its name", async () => {
    for (const operation of operations) {
      for (const example of operation.answers.flatMap(({ examples }) => examples)) {
        const answer = await call(prism.url, operation, { Prefer: `code=${example.detail}, example=${example.name}` });
        expect({ ...answer, name: nameOf(example) }).toEqual({
          name: nameOf(example),
          status: example.detail,
          violations: null,
          body: example.value,
        });
      }
    }
  });

  test("answers an error by its status alone", async () => {
    for (const operation of operations) {
      const answer = await call(prism.url, operation, { Prefer: "code=401" });
      expect(answer).toEqual({
        name: operation.id,
        status: "401",
        violations: null,
        body: { detail: "Authentication credentials were not provided." },
      });
    }
  });
});

interface Operation {
  readonly id: string;
  readonly method: string;
  /** The path with the examples of its parameters. */
  readonly path: string;
  readonly request: Example | undefined;
  readonly answers: readonly Slot[];
  readonly success: Pick<Slot, "detail" | "examples">;
}

interface Answer {
  readonly name: string;
  readonly status: string;
  readonly violations: string | null;
  readonly body: Json | undefined;
}

function operationsOf(document: JsonObject): Operation[] {
  const slots = collectSlots(document);
  return Object.entries(objectAt(document, "paths", "document")).flatMap(([path, item]) =>
    Object.entries(asObject(item, path)).map(([method, value]) =>
      operationOf(path, method, asObject(value, path), slots),
    ),
  );
}

function operationOf(path: string, method: string, operation: JsonObject, slots: readonly Slot[]): Operation {
  const id = String(operation["operationId"]);
  const own = slots.filter(({ operationId }) => operationId === id);
  const answers = own.filter(({ place }) => place === "response");
  const parameters = own.filter(({ place }) => place === "parameter").flatMap(({ examples }) => examples);
  const filled = parameters.reduce((text, { detail, value }) => text.replace(`{${detail}}`, String(value)), path);
  return {
    id,
    method: method.toUpperCase(),
    path: filled,
    request: own.find(({ place }) => place === "request")?.examples[0],
    answers,
    success: answers.find(({ detail }) => detail.startsWith("2")) ?? { detail: "204", examples: [] },
  };
}

async function call(
  base: string,
  { id, method, path, request }: Operation,
  headers: Record<string, string>,
): Promise<Answer> {
  const response = await fetch(`${base}${path}`, { method, ...bodyOf(request, { ...KEY, ...headers }) });
  const text = await response.text();
  return {
    name: id,
    status: String(response.status),
    violations: response.headers.get("sl-violations"),
    body: text === "" ? undefined : JSON.parse(text),
  };
}

function bodyOf(request: Example | undefined, headers: Record<string, string>): Pick<RequestInit, "body" | "headers"> {
  if (request === undefined) return { headers };
  if (request.operationId !== "job_company_create") {
    return { headers: { ...headers, "Content-Type": "application/json" }, body: JSON.stringify(request.value) };
  }
  // The only upload; fetch sets the content type with its boundary.
  const form = new FormData();
  for (const [name, value] of Object.entries(asObject(request.value, "form"))) form.append(name, String(value));
  return { headers, body: form };
}
