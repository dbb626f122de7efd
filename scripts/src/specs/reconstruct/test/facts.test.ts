import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type ApiOperation,
  arrayIn,
  asObject,
  type JsonObject,
  objectAt,
  readApi,
  resolve,
  stringIn,
  walkObjects,
} from "@nectar-sdk/openapi/document";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { SPECS } from "../../../../test/support/examples-support.ts";
import { VERSIONS } from "../../../shared/versions.ts";
import { readLock } from "../../lock/spec-lock.ts";
import { effectiveDocument } from "../../overlay/effective-document.ts";

const FACTS = asObject(parse(await readFile(join(import.meta.dirname, "facts.yaml"), "utf8")), "facts.yaml");
const LOCK = await readLock(SPECS);
const RECONSTRUCTED = VERSIONS.filter((version) => LOCK.get(version)?.origin === "reconstructed");
const DOCUMENTS = await Promise.all(
  RECONSTRUCTED.map(async (version) => ({ version, document: await effectiveDocument(SPECS, version) })),
);

// Holds as well once every document is pulled, when nothing below is left to hold.
test("each fact is about an operation or event, and about versions that exist", () => {
  const facts = [...arrayIn(FACTS, "operations"), ...arrayIn(FACTS, "events")].map((fact) => asObject(fact, "facts"));
  const ids = facts.map((fact) => stringIn(fact, "id"));

  expect(ids).not.toEqual([]);
  expect(ids).not.toContain(undefined);
  const versions = facts.flatMap((fact) => arrayIn(fact, "versions").map(String));
  expect(versions.filter((version) => !VERSIONS.includes(version))).toEqual([]);
});

describe.each(DOCUMENTS)("the document of $version", ({ version, document }) => {
  const known = new Map([
    ...readApi(document).operations.map((found) => [found.id ?? "", found] as const),
    ...readApi(document).webhooks.map((found) => [found.path, found] as const),
  ]);
  const facts = [...arrayIn(FACTS, "operations"), ...arrayIn(FACTS, "events")]
    .map((fact) => asObject(fact, "facts"))
    .filter((fact) => fact["versions"] === undefined || arrayIn(fact, "versions").includes(version))
    .map((fact) => ({ id: stringIn(fact, "id") ?? "", fact }));

  test.each(facts)("says what the reference's index says of $id", ({ id, fact }) => {
    const found = known.get(id);
    if (found === undefined) return expect.fail(`missing ${id}`);
    const text = textOf(document, found);

    for (const words of arrayIn(fact, "says")) expect(text).toContain(words);
    for (const name of arrayIn(fact, "query"))
      expect(found.parameters.map((parameter) => parameter.name)).toContain(name);
    expect(found.object["deprecated"] === true).toBe(fact["deprecated"] === true);
  });

  test("has facts about every operation that the index describes beyond its title, and about every event", () => {
    const undescribed = [...known.keys()].filter((id) => !facts.some((fact) => fact.id === id));
    // Their lines add nothing to their titles.
    expect(undescribed).toEqual([
      "company_retrieve",
      "connection_partial_update",
      "connection_details_retrieve",
      "meter_retrieve",
      "site_company_list",
      "site_company_create",
      "site_retrieve",
      "site_partial_update",
      "usage_retrieve",
    ]);
  });

  test("confirms with a boolean, searches with a string, filters invitations and replaces identifiers", () => {
    const schemaOf = (name: string): unknown =>
      objectAt(objectAt(document, "components", "document"), "schemas", "components")[name];
    const parametersOf = (id: string): unknown =>
      known.get(id)?.parameters.map(({ name, schema, object }) => [name, schema, object["x-evidence"]]);

    expect(schemaOf("ConnectionConfirmRequest")).toMatchObject({
      "x-evidence": "assumed",
      properties: { confirm: { type: "boolean", default: true } },
      additionalProperties: true,
    });
    expect(known.get("connection_confirm_create")?.object["requestBody"]).toMatchObject({ required: false });
    expect(parametersOf("datasource_retrieve")).toContainEqual(["search", { type: "string" }, "assumed"]);
    expect(parametersOf("invitation_company_retrieve")).toEqual(
      expect.arrayContaining([
        ["status", { $ref: "#/components/schemas/InvitationStatus" }, "assumed"],
        ["invitationType", { $ref: "#/components/schemas/InvitationType" }, "assumed"],
      ]),
    );
    expect(schemaOf("MeterUpdateRequest")).toMatchObject({
      properties: {
        identifiers: {
          type: "array",
          items: { $ref: "#/components/schemas/MeterIdentifier" },
          "x-evidence": "inferred",
        },
      },
      additionalProperties: true,
    });
    expect(schemaOf("PingResponse")).toMatchObject({
      "x-evidence": "assumed",
      properties: { message: { type: "string" } },
    });
  });

  test("responds to ping with its own version", () => {
    const { ping } = objectAt(objectAt(document, "components", "document"), "examples", "components");
    expect(ping).toMatchObject({ value: { message: `pong ${version}` } });
  });

  test("gives a deleted document the fields of a created one", () => {
    const fieldsOf = (name: string): unknown =>
      Object.keys(objectAt(resolve(document, { $ref: `#/components/schemas/${name}` }), "properties", name));
    expect(fieldsOf("DocumentDeletedPayload")).toEqual(fieldsOf("DocumentCreatedPayload"));
  });

  test("allows a client to repeat the revocation of an invitation, but no other POST or PATCH", () => {
    const marked = [...known.values()].filter(({ object }) => object["x-idempotent"] !== undefined);
    expect(marked.map(({ id, object }) => [id, object["x-idempotent"]])).toEqual([["invitation_revoke_create", true]]);
  });

  test("allows it in an overlay, which a pull keeps", async () => {
    expect(await readFile(join(SPECS, version, "openapi.json"), "utf8")).not.toContain("x-idempotent");
  });
});

/** The descriptions of an operation, its parameters, and the shapes of its body and success responses. */
function textOf(document: JsonObject, { object, parameters }: ApiOperation): string {
  const named = [object["requestBody"], object["responses"]].flatMap((part) =>
    [...walkObjects({ part: part ?? {} })].flatMap(({ object: node }) =>
      node["$ref"] === undefined ? [] : resolve(document, node),
    ),
  );
  const nodes = [object, ...parameters.map((parameter) => parameter.object), ...named];
  return nodes
    .flatMap((node) => [...walkObjects(node)])
    .map(({ object: node }) => stringIn(node, "description") ?? "")
    .join("\n");
}
