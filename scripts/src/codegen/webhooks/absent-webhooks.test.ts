import { asObject, type JsonObject, readApi } from "@nectar-sdk/openapi/document";
import { expect, test } from "vitest";
import { SPECS } from "../../../test/support/examples-support.ts";
import { VERSIONS } from "../../shared/versions.ts";
import { applyOverlays } from "../../specs/overlay/apply-overlays.ts";
import { readUpstream } from "../../specs/overlay/effective-document.ts";
import { loadOverlays } from "../../specs/overlay/load-overlays.ts";
import { normaliseUpstream, readRules } from "../../specs/overlay/normalise-upstream.ts";
import { emitExamples } from "./emit-examples.ts";
import { emitPayloads } from "./emit-payloads.ts";
import { payloadDocument } from "./payload-document.ts";

async function completeWithout(version: string): Promise<JsonObject> {
  const { webhooks: _, ...upstream } = await readUpstream(SPECS, version);
  const { document } = normaliseUpstream(upstream, await readRules(SPECS));
  return applyOverlays(document, await loadOverlays(SPECS, version), version).document;
}

test.each(VERSIONS)("the events of a document of %s without webhooks come from an overlay", async (version) => {
  const document = payloadDocument(await completeWithout(version));

  const events = readApi(document).webhooks.map(({ path }) => path);
  expect(events).not.toEqual([]);
  for (const event of events) {
    expect(emitPayloads(document)).toContain(`readonly ${JSON.stringify(event)}: `);
    expect(emitExamples(document)).toContain(`${JSON.stringify(event)}: [`);
  }
});

test.each(VERSIONS)("no schema of that overlay has the name of a schema of %s", async (version) => {
  const { webhooks: _, ...upstream } = await readUpstream(SPECS, version);
  const [overlay] = (await loadOverlays(SPECS, version)).filter(({ value }) => value["x-when-absent"] === "webhooks");
  if (overlay === undefined) throw new Error("an overlay for absent webhooks is expected");

  const ours = schemaNames(applyOverlays({}, [overlay]).document);
  const theirs = new Set(schemaNames(upstream));
  expect(ours).not.toEqual([]);
  expect(ours.filter((name) => theirs.has(name))).toEqual([]);
});

function schemaNames(document: JsonObject): string[] {
  return Object.keys(asObject(asObject(document["components"], "components")["schemas"], "schemas"));
}
