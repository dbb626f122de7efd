import { expect, test } from "vitest";
import { SPECS } from "../../../../test/support/examples-support.ts";
import { emitPayloads } from "../../../codegen/webhooks/emit-payloads.ts";
import { payloadDocument } from "../../../codegen/webhooks/payload-document.ts";
import { VERSIONS } from "../../../shared/versions.ts";
import { applyOverlays } from "../../overlay/apply-overlays.ts";
import { readUpstream } from "../../overlay/effective-document.ts";
import { loadOverlays } from "../../overlay/load-overlays.ts";
import { normaliseUpstream, readRules } from "../../overlay/normalise-upstream.ts";

test.each(VERSIONS)("the overlay for a document without webhooks repeats the payloads of %s", async (version) => {
  const [upstream, rules, overlays] = await Promise.all([
    readUpstream(SPECS, version),
    readRules(SPECS),
    loadOverlays(SPECS, version),
  ]);
  const { webhooks: _, ...without } = upstream;
  const emit = (document: typeof upstream): string => {
    const complete = applyOverlays(normaliseUpstream(document, rules).document, overlays, version).document;
    return emitPayloads(payloadDocument(complete));
  };

  expect(emit(without).replaceAll(/\bWebhook(?=[A-Z])(?!Events)/g, "")).toBe(emit(upstream));
});
