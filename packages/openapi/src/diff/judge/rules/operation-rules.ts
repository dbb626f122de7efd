import type { JsonObject } from "../../../document/json.ts";
import { ofDocument, ofOperation, type RuleText } from "./rule-text.ts";

const paths = (...names: string[]) => ({ paths: Object.fromEntries(names.map((name) => [name, { get: {} }])) });

const site = (name: string) => ({
  paths: { [`/site/{${name}}`]: { get: { parameters: [{ name, in: "path", required: true }] } } },
});

const query = (more: JsonObject = {}) => ({ parameters: [{ name: "q", in: "query", ...more }] });
const NO_PARAMETERS = { parameters: [] };

const JSON_BODY = { content: { "application/json": {} } };
const body = (more: JsonObject = {}) => ({ requestBody: { ...JSON_BODY, ...more } });

const responses = (...statuses: string[]) => ({ responses: Object.fromEntries(statuses.map((name) => [name, {}])) });
const header = (more: JsonObject) => ({ responses: { "200": { headers: { "x-total": more } } } });
const NO_HEADERS = { responses: { "200": { headers: {} } } };
const CALLBACK = { callbacks: { done: { "{$request.body#/url}": { post: {} } } } };
const jsonAs = (name: string) => ({ requestBody: { content: { [name]: {} } } });
const WITH_CSV = { content: { "application/json": {}, "text/csv": {} } };

/** Changes of an operation and its messages. */
export const OPERATION_RULES = {
  "operation-added": {
    sentence: "An operation is added.",
    example: ofDocument(paths("/site"), paths("/site", "/bill")),
  },
  "operation-removed": {
    sentence: "An operation is removed.",
    example: ofDocument(paths("/site", "/bill"), paths("/site")),
  },
  "path-respelled": {
    sentence: "A path differs in its version prefix or trailing slash alone.",
    example: ofDocument(paths("/site"), paths("/v2/site")),
  },
  "callback-added": {
    sentence: "The API sends one more request to an address that the caller gave it.",
    example: ofOperation({}, CALLBACK),
  },
  "callback-removed": {
    sentence: "The API no longer sends a request to an address that the caller gave it.",
    example: ofOperation(CALLBACK, {}),
  },
  "operation-id-changed": {
    sentence: "An operation has another id, the key of its exported type; requests do not change.",
    example: ofOperation({ operationId: "listSites" }, { operationId: "siteList" }),
  },
  "operation-id-added": {
    sentence: "An operation without an id gets one, the key of its exported type; requests do not change.",
    example: ofOperation({}, { operationId: "siteList" }),
  },
  "path-parameter-renamed": {
    sentence: "A path parameter has another name; its position in the path does not change.",
    example: ofDocument(site("id"), site("site_id")),
  },
  "serialization-changed": {
    sentence: "A value is written differently in the URL, header or form.",
    example: ofOperation(query(), query({ explode: false })),
  },
  "parameter-added": { sentence: "An optional parameter is added.", example: ofOperation(NO_PARAMETERS, query()) },
  "required-parameter-added": {
    sentence: "A required parameter is added.",
    example: ofOperation(NO_PARAMETERS, query({ required: true })),
  },
  "parameter-removed": { sentence: "A parameter is removed.", example: ofOperation(query(), NO_PARAMETERS) },
  "parameter-became-required": {
    sentence: "A parameter must now be present.",
    example: ofOperation(query(), query({ required: true })),
  },
  "parameter-became-optional": {
    sentence: "A parameter may now be absent.",
    example: ofOperation(query({ required: true }), query()),
  },
  "body-added": { sentence: "An optional body is added.", example: ofOperation({}, body()) },
  "required-body-added": { sentence: "A required body is added.", example: ofOperation({}, body({ required: true })) },
  "body-removed": { sentence: "The body is removed.", example: ofOperation(body(), {}) },
  "body-became-required": {
    sentence: "The body must now be present.",
    example: ofOperation(body(), body({ required: true })),
  },
  "body-became-optional": {
    sentence: "The body may now be absent.",
    example: ofOperation(body({ required: true }), body()),
  },
  "media-type-added": {
    sentence: "A message can have one more media type.",
    example: ofOperation(body(), body(WITH_CSV)),
  },
  "media-type-removed": {
    sentence: "A message can no longer have this media type.",
    example: ofOperation(body(WITH_CSV), body()),
  },
  "media-type-respelled": {
    sentence: "A media type is written differently and means the same.",
    example: ofOperation(jsonAs("application/json"), jsonAs("application/json; charset=utf-8")),
  },
  "media-type-parameters-changed": {
    sentence: "A media type has other parameters.",
    example: ofOperation(jsonAs("application/json"), jsonAs("application/json; version=2")),
  },
  "status-merged": {
    sentence: "A range of statuses or `default` now describes this response, too.",
    example: ofOperation(responses("200"), responses("2XX")),
  },
  "status-split": {
    sentence: "A response that a range or `default` described is described on its own.",
    example: ofOperation(responses("200", "4XX"), responses("200", "404", "4XX")),
  },
  "status-narrowed": {
    sentence: "Only some statuses of a range are left.",
    example: ofOperation(responses("2XX"), responses("200")),
  },
  "header-respelled": {
    sentence: "The name of a header is written in other letters, upper or lower case.",
    example: ofOperation(
      { parameters: [{ name: "X-A", in: "header" }] },
      { parameters: [{ name: "x-a", in: "header" }] },
    ),
  },
  "success-status-added": {
    sentence: "A successful request can have another status.",
    example: ofOperation(responses("200"), responses("200", "202")),
  },
  "success-status-removed": {
    sentence: "A successful request no longer has this status.",
    example: ofOperation(responses("200", "202"), responses("202")),
  },
  "error-status-added": {
    sentence: "One more error is documented.",
    example: ofOperation(responses("200"), responses("200", "404")),
  },
  "error-status-removed": {
    sentence: "An error is no longer documented.",
    example: ofOperation(responses("200", "404"), responses("200")),
  },
  "header-added": { sentence: "A response has one more header.", example: ofOperation(NO_HEADERS, header({})) },
  "header-removed": {
    sentence: "A response lacks a header that it had.",
    example: ofOperation(header({}), NO_HEADERS),
  },
  "header-became-required": {
    sentence: "A header is now always present.",
    example: ofOperation(header({}), header({ required: true })),
  },
  "header-became-optional": {
    sentence: "A header may now be absent.",
    example: ofOperation(header({ required: true }), header({})),
  },
} satisfies Record<string, RuleText>;
