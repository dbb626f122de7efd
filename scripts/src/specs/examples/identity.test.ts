import type { Json } from "@nectar-sdk/openapi/document";
import { expect, test } from "vitest";
import type { Example, ExampleSet } from "./collect-examples.ts";
import { checkIdentities } from "./identity.ts";

function set(operationId: string, value: Json, place: Example["place"] = "response", detail = "200"): ExampleSet {
  const [resource = "", verb] = operationId.split("_");
  const shared = { operationId, key: `GET /${resource}${verb === "read" ? "/{}" : ""}`, place, detail };
  const example = { name: "x", schema: true, value, isGenerated: false, isWhollyGenerated: false };
  return { ...shared, reason: undefined, examples: [{ ...shared, ...example }] };
}

const SITE = { id: "s1", name: "Hotel" };
const METER = { id: "m1", site: "s1" };

test("consistent objects and ids with an object have no problem", () => {
  expect(
    checkIdentities([
      set("site_read", SITE),
      set("usage_read", { id: "u1", site: SITE, meter: "m1" }),
      set("meter_read", METER),
      set("meter_list", { meters: [METER] }),
      set("site_read", "s1", "parameter", "site_id"),
    ]),
  ).toEqual([]);
});

test("two objects of one id that differ are found", () => {
  expect(
    checkIdentities([set("site_read", SITE), set("usage_read", { id: "u1", site: { id: "s1", name: "Inn" } })]),
  ).toEqual(['usage_read response 200 x: name of "s1" differs from site_read response 200 x']);
});

test("a nested object is compared by its id, and its fields separately", () => {
  const problems = checkIdentities([
    set("a", { id: "u1", site: SITE }),
    set("b", { id: "u1", site: { id: "s1", name: "Hotel", address: "Pier" } }),
  ]);
  expect(problems).toEqual([]);
});

test("a job may change its status under the same id", () => {
  expect(
    checkIdentities([
      set("job_create", { id: "j1", status: "PENDING" }),
      set("job_read", { id: "j1", status: "COMPLETED" }),
    ]),
  ).toEqual([]);
});

test("an id without an object is found in responses, requests and parameters", () => {
  expect(
    checkIdentities([
      set("meter_read", { id: "m1", site: "s9" }),
      set("job_create", { siteId: "s8", nonUtilityDocumentIds: ["d9"] }, "request", ""),
      set("site_read", "s7", "parameter", "site_id"),
    ]),
  ).toEqual([
    "meter_read response 200 x: site s9 is not the id of any object",
    "job_create request x: siteId s8 is not the id of any object",
    "site_read parameter site_id x is not the id of any object",
  ]);
});

test("a listed item without its own example is found", () => {
  const list = set("meter_list", { meters: [{ id: "m1" }] });
  expect(checkIdentities([list, set("meter_read", { id: "m2" })])).toEqual([
    'meter_list response 200 x: meter_read has no example of "m1"',
  ]);
  // The API has no operation that returns a single meter.
  expect(checkIdentities([list])).toEqual([]);
});
