import type { Json, JsonObject } from "@nectar-sdk/openapi/document";

/** Versions of the invented API, the oldest first. */
export const BIKE_VERSIONS = ["v0.1", "v0.2", "v0.3"] as const;

export type BikeVersion = (typeof BIKE_VERSIONS)[number];

const STATION_ID = "5a1e3d60-7c1b-4f0e-9d52-3f1f3c0c8a01";
const BIKE_ID = "0b8f9c1e-93b1-4b7c-8f6d-4f5d1f2a6b02";
const JOB_ID = "c2d64a8e-2b15-4c55-a3e9-7f0f6b9d1c03";

const STATION: JsonObject = { id: STATION_ID, name: "Harbour", kind: "DOCK", slots: 12, note: null };

/**
 * The OpenAPI document of an invented bike-hire API, with a bit of everything that the kit handles: lists, jobs, uploads, errors, nullable
 * and read-only fields, open and closed enums, webhooks. v0.2 lacks the field `colour` of v0.1, and renames a path parameter; v0.3 adds
 * `gears`. It never changes with the documents of a real API.
 */
export function createBikeHire(version: BikeVersion): JsonObject {
  const bikeId = version === "v0.1" ? "id" : "bike_id";
  return {
    openapi: "3.1.0",
    info: { title: "Bike hire", version },
    servers: [{ url: `https://bikes.example/${version}` }],
    paths: {
      "/ping": { get: operation("ping_read", { "200": json("Pong") }) },
      "/station": {
        get: operation("station_list", { "200": page("Station", [STATION]) }, [query("search", { type: "string" })]),
        post: operation("station_create", { "201": json("Station", STATION) }, [], {
          "application/json": content("StationRequest", {
            name: "Harbour",
            kind: "DOCK",
            slots: 12,
            note: "By the quay",
          }),
        }),
      },
      "/station/{station_id}": {
        get: operation("station_retrieve", { "200": json("Station", STATION) }, [path("station_id", STATION_ID)]),
        patch: operation(
          "station_partial_update",
          { "200": json("Station", STATION) },
          [path("station_id", STATION_ID)],
          {
            "application/json": content("StationPatch", { name: "Quay" }),
            "application/x-www-form-urlencoded": content("StationPatch", { name: "Quay" }),
          },
        ),
        delete: operation("station_destroy", { "204": { description: "Deleted." } }, [path("station_id", STATION_ID)]),
      },
      "/bike/station/{station_id}": {
        get: operation("bike_station_retrieve", { "200": page("Bike", [createBike(version)]) }, [
          path("station_id", STATION_ID),
          query("state", { type: "array", items: reference("BikeState") }),
          query("since", { type: "string", format: "date" }),
          query("page", { type: "integer", default: 1 }),
        ]),
      },
      [`/bike/{${bikeId}}/details`]: {
        get: operation("bike_details_retrieve", { "200": json("Bike", createBike(version)) }, [path(bikeId, BIKE_ID)]),
      },
      "/import": {
        post: operation("import_create", { "201": job("PENDING") }, [], {
          "multipart/form-data": content("ImportRequest", { file: "bike,station", comment: "April" }),
        }),
      },
      "/import/{job_id}": {
        get: operation("import_retrieve", { "200": job("COMPLETED", "PENDING", "FAILED", "TERMINATED") }, [
          path("job_id", JOB_ID),
        ]),
      },
    },
    webhooks: { "bike.returned": { post: { requestBody: { content: { "application/json": content("Bike") } } } } },
    components: { schemas: createSchemas(version), securitySchemes: { ApiKey: KEY_SCHEME } },
  };
}

const KEY_SCHEME = { type: "apiKey", in: "header", name: "X-API-KEY" };

function createBike(version: BikeVersion): JsonObject {
  return {
    ...{ id: BIKE_ID, state: "FREE", returned: "2026-04-01", station: null },
    ...(version === "v0.1" ? { colour: "red" } : {}),
    ...(version === "v0.3" ? { gears: 7 } : {}),
  };
}

function createSchemas(version: BikeVersion): JsonObject {
  const uuid = { type: "string", format: "uuid" };
  const text = { type: "string" };
  const note = { type: ["string", "null"] };
  const fields = { name: text, kind: reference("StationKind"), slots: { type: "integer", minimum: 1 }, note };
  const bike = {
    ...{ id: { ...uuid, readOnly: true }, state: reference("BikeState"), returned: { type: "string", format: "date" } },
    station: { type: ["string", "null"], format: "uuid" },
    ...(version === "v0.1" ? { colour: text } : {}),
    ...(version === "v0.3" ? { gears: { type: "integer" } } : {}),
  };
  return {
    Pong: object({ detail: text }, "detail"),
    StationKind: { type: "string", enum: ["DOCK", "RACK"] },
    BikeState: { type: "string", "x-extensible-enum": ["FREE", "HIRED", "BROKEN"], "x-closed-in-requests": true },
    Station: object({ id: { ...uuid, readOnly: true }, ...fields }, "id", "name"),
    StationRequest: object(fields, "name", "kind"),
    StationPatch: object({ name: text, note }),
    Bike: object(bike, "id", "state"),
    ImportRequest: object({ file: { type: "string", format: "binary" }, comment: text }, "file"),
    Import: object({ id: uuid, status: { ...text, "x-extensible-enum": ["PENDING", "COMPLETED"] } }, "id", "status"),
    Failure: object({ detail: text }, "detail"),
    StationPage: envelope("stations", "totalStations", "Station"),
    BikePage: envelope("bikes", "totalBikes", "Bike"),
  };
}

function envelope(items: string, total: string, schema: string): JsonObject {
  const integer = { type: "integer" };
  const flag = { type: "boolean" };
  const counts = { [total]: integer, perPage: integer, totalPages: integer, currentPage: integer };
  const list = { type: "array", items: reference(schema) };
  return object({ ...counts, hasNext: flag, hasPrevious: flag, [items]: list }, items, total, "currentPage", "hasNext");
}

function page(schema: "Station" | "Bike", items: readonly Json[]): JsonObject {
  const name = schema === "Station" ? "stations" : "bikes";
  const total = `total${schema}s`;
  const examples = [1, 2, 3].map((currentPage) => {
    const flags = { hasNext: currentPage < 3, hasPrevious: currentPage > 1 };
    const value = { [total]: 3 * items.length, perPage: items.length, totalPages: 3, currentPage, ...flags };
    return [`page${currentPage}`, { value: { ...value, [name]: items } }];
  });
  const media = { schema: reference(`${schema}Page`), examples: Object.fromEntries(examples) };
  return { description: "A page.", content: { "application/json": media } };
}

function job(...states: readonly string[]): JsonObject {
  const examples = states.map((status) => [status.toLowerCase(), { value: { id: JOB_ID, status } }]);
  const media = { schema: reference("Import"), examples: Object.fromEntries(examples) };
  return { description: "The import.", content: { "application/json": media } };
}

function operation(
  operationId: string,
  responses: JsonObject,
  parameters: readonly JsonObject[] = [],
  body?: JsonObject,
): JsonObject {
  const failures = ["400", "401", "404"].map((status) => [status, json("Failure", { detail: `Status ${status}.` })]);
  return {
    operationId,
    parameters,
    ...(body === undefined ? {} : { requestBody: { required: true, content: body } }),
    responses: { ...responses, ...Object.fromEntries(failures) },
    security: [{ ApiKey: [] }],
  };
}

function json(schema: string, value: Json = { detail: "pong" }): JsonObject {
  return { description: schema, content: { "application/json": content(schema, value) } };
}

function content(schema: string, value?: Json): JsonObject {
  return { schema: reference(schema), ...(value === undefined ? {} : { examples: { first: { value } } }) };
}

function path(name: string, example: string): JsonObject {
  return { name, in: "path", required: true, schema: { type: "string", format: "uuid" }, example };
}

function query(name: string, schema: JsonObject): JsonObject {
  return { name, in: "query", schema };
}

function reference(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

function object(properties: JsonObject, ...required: readonly string[]): JsonObject {
  return { type: "object", properties, ...(required.length === 0 ? {} : { required }) };
}
