import { v0_3 } from "@nectar-sdk/api-v0.3";
import { type ApiContent, isArray, isObject, type Json } from "@nectar-sdk/openapi/document";
import { createRandom, listOwnedParts, listSchemaParts, sample, walkProperties } from "@nectar-sdk/openapi/schema";
import { describe, expect, test } from "vitest";
import type { ApiDocument } from "../../src/document/read-document.ts";
import { createRecorder, loadDocument, type Operation } from "../../src/index.ts";
import { SecretRule } from "../../src/secrets/secret-rule.ts";
import { apis } from "../support/versions.ts";

/** A body that a document declares. */
interface Declared {
  readonly side: "request" | "response";
  readonly status: number;
  readonly operation: Operation;
  readonly content: ApiContent;
}

function listBodies(document: ApiDocument): Declared[] {
  return [...document.operations.values()].flatMap((operation) => [
    ...listJsonContent(operation.body?.content).map((content) => ({
      side: "request" as const,
      status: 200,
      operation,
      content,
    })),
    ...[...operation.responses].flatMap(([status, answer]) =>
      listJsonContent(answer.content).map((content) => ({
        side: "response" as const,
        status: Number(status),
        operation,
        content,
      })),
    ),
  ]);
}

function listJsonContent(content: ReadonlyMap<string, ApiContent> | undefined): ApiContent[] {
  const json = content?.get("application/json");
  return json === undefined ? [] : [json];
}

/** Pointers to the secrets in a value of the schema. */
function secretPlaces(document: ApiDocument, { side, content }: Declared, value: Json, personal: boolean): string[] {
  const rule = new SecretRule({ personal });
  return walkProperties(document.json, content.schema, value).flatMap(({ at, name, schemas }) => {
    const declared = schemas.flatMap((schema) => listSchemaParts(document.json, schema));
    return rule.classify({ name, owners: [], declared, side }) === undefined ? [] : [at];
  });
}

/** Replaces the string in every secret place that accepts any string; returns the new strings too. */
function fillSecrets(
  value: Json,
  places: readonly string[],
  valid: (value: Json) => boolean,
): { value: Json; secrets: string[] } {
  const secrets: string[] = [];
  let filled = value;
  for (const [index, at] of places.entries()) {
    const leaves = leavesBelow(filled, at);
    for (const [number, leaf] of leaves.entries()) {
      const candidate = `zq${index}x${number}-${leaf.text.slice(0, 4)}`;
      const other = replaceAt(filled, leaf.at.split("/").slice(1), candidate);
      const isFree = valid(other);
      if (isFree) filled = other;
      secrets.push(isFree ? candidate : leaf.text);
    }
  }
  return { value: filled, secrets };
}

function leavesBelow(value: Json, at: string): { at: string; text: string }[] {
  const found: { at: string; text: string }[] = [];
  const look = (node: Json, place: string): void => {
    if (isArray(node)) for (const [index, item] of node.entries()) look(item, `${place}/${index}`);
    else if (isObject(node)) for (const [name, child] of Object.entries(node)) look(child, `${place}/${name}`);
    else if (typeof node === "string") found.push({ at: place, text: node });
  };
  look(valueAt(value, at.split("/").slice(1)), at);
  return found;
}

function valueAt(value: Json, [name, ...rest]: readonly string[]): Json {
  if (name === undefined) return value;
  return valueAt((isArray(value) ? value[Number(name)] : isObject(value) ? value[name] : null) ?? null, rest);
}

function replaceAt(value: Json, [name, ...rest]: readonly string[], text: string): Json {
  if (name === undefined) return text;
  if (isArray(value)) return value.map((item, index) => (String(index) === name ? replaceAt(item, rest, text) : item));
  return isObject(value) ? { ...value, [name]: replaceAt(value[name] ?? null, rest, text) } : value;
}

describe.each(apis)("of every body of $version", (api) => {
  const document = loadDocument(api);

  test.each([false, true])(
    "values that the rule calls secret are removed, and the rest still follows its schema (personal: %s)",
    (personal) => {
      let places = 0;
      for (const declared of listBodies(document)) {
        const { operation, content, side, status } = declared;
        const valid = (value: Json): boolean => document.validate(content.schema, value).length === 0;
        for (const seed of ["a", "b"]) {
          const made = sample(document.json, content.schema, {
            random: createRandom(seed, operation.id, side, status),
          });
          const { value, secrets } = fillSecrets(made, secretPlaces(document, declared, made, personal), valid);
          places += secrets.length;

          const recorder = createRecorder(api, { redact: { personal } });
          const body = JSON.stringify(value);
          const headers = { "Content-Type": "application/json" };
          const url = `https://example.com${document.basePath}${operation.path.replaceAll(/\{\w+\}/g, "1")}`;
          const request = { method: operation.method, url, headers };
          recorder.check(
            side === "request" ? { request: { ...request, body } } : { request, response: { status, headers, body } },
          );

          const [interaction] = recorder.interactions;
          const kept = side === "request" ? interaction?.request.body : interaction?.response?.body;
          const text = JSON.stringify(recorder.recording());
          for (const secret of secrets.filter((candidate) => candidate.length >= 6)) expect(text).not.toContain(secret);
          expect(kept).toHaveProperty("json");
          if (kept === undefined || !("json" in kept)) continue;
          expect(document.validate(content.schema, kept.json)).toEqual(document.validate(content.schema, value));
          expect(reduceToShape(kept.json)).toEqual(reduceToShape(value));
        }
      }
      expect(places).toBeGreaterThan(40);
    },
  );
});

test("links to accounts are secret, and the address of a provider in a request is not", () => {
  const { json } = loadDocument(v0_3);
  const schemas =
    isObject(json["components"]) && isObject(json["components"]["schemas"]) ? json["components"]["schemas"] : {};
  const rule = new SecretRule({});
  const secretIn = (side: "request" | "response"): string[] =>
    Object.keys(schemas).flatMap((owner) => {
      const parts = listOwnedParts(json, { schema: { $ref: `#/components/schemas/${owner}` }, owner: undefined });
      const properties = parts.flatMap(({ schema }) =>
        Object.entries(isObject(schema["properties"]) ? schema["properties"] : {}),
      );
      return properties.flatMap(([name, schema]) => {
        const kind = rule.classify({ name, owners: [owner], declared: listSchemaParts(json, schema), side });
        return kind === undefined ? [] : [`${owner}.${name}`];
      });
    });
  expect(secretIn("response")).toEqual(
    expect.arrayContaining([
      "Connection.connectionMagicLinkSecret",
      "ConnectionCreateRequest.password",
      "ConnectionCreateRequest.securityQuestions",
      "CompanyMagicLink.companyMagicLinkSecret",
      "CompanyMagicLink.magicLinkUrl",
      "Document.url",
      "Document.auditTrailUrl",
      "Invitation.token",
      "Invitation.invitationUrl",
      "WebhookPortal.url",
    ]),
  );
  expect(secretIn("request")).toContain("ConnectionCreateRequest.password");
  expect(secretIn("request")).not.toContain("ConnectionCreateRequest.url");
  expect(secretIn("response")).not.toContain("Document.id");
});

/** Names and types, without values. */
function reduceToShape(value: Json): Json {
  if (isArray(value)) return value.map(reduceToShape);
  if (!isObject(value)) return value === null ? null : typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, reduceToShape(child)]));
}
