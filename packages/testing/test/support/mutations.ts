import { type ApiParameter, isArray, isObject, type Json, type JsonObject } from "@nectar-sdk/openapi/document";
import { listSchemaParts, walkProperties } from "@nectar-sdk/openapi/schema";
import type { CapturedBody, CheckedRequest } from "../../src/check/exchange.ts";
import type { ViolationCode } from "../../src/check/violation.ts";
import { createExampleRequest, encodeBody } from "../../src/contract/create-example-request.ts";
import type { ApiDocument, Operation } from "../../src/document/read-document.ts";

export const KEY = "nectar-test-key-0123456789";

/** Requests from the examples of a document. */
export const example = {
  request(document: ApiDocument, id: string): CheckedRequest {
    const operation = document.operations.get(id);
    if (operation === undefined) throw new Error(`${id}: no operation`);
    return buildRequest(document, operation);
  },
  /** One request per media type of the body, with every query parameter. */
  everyBody(document: ApiDocument, operation: Operation): CheckedRequest[] {
    const request = buildRequest(document, operation);
    const query = operation.parameters.filter((parameter) => parameter.in === "query");
    const search = query.flatMap((parameter) =>
      listValues(document, parameter).map((value): [string, string] => [parameter.name, value]),
    );
    const full = { ...request, url: `${request.url}?${new URLSearchParams(search)}` };
    const value = exampleValue(operation);
    if (value === undefined) return [request, full];
    const types = [...(operation.body?.content ?? [])].map(([type, content]) => {
      const body = encodeBody(document, type, content, value);
      return { ...request, headers: { ...request.headers, "content-type": type }, body };
    });
    return [request, full, ...types];
  },
};

export interface Mutation {
  readonly what: string;
  readonly request: CheckedRequest;
  readonly code: ViolationCode;
}

/** The example of an operation with every possible mutation. */
export function listMutations(document: ApiDocument, operation: Operation): Mutation[] {
  const request = buildRequest(document, operation);
  return [
    ...ofEnvelope(document, operation, request),
    ...ofPath(operation, request),
    ...operation.parameters
      .filter((parameter) => parameter.in === "query")
      .flatMap((parameter) => ofQuery(document, parameter, request)),
    ...ofBody(document, operation, request),
  ].map((mutation) => ({ ...mutation, what: `${operation.id}: ${mutation.what}` }));
}

function buildRequest(document: ApiDocument, operation: Operation): CheckedRequest {
  const { path, headers, ...rest } = createExampleRequest(document, operation);
  return {
    ...rest,
    url: `https://nectar.example${document.basePath}${path}`,
    headers: { ...headers, "x-api-key": KEY },
  };
}

function ofEnvelope(document: ApiDocument, operation: Operation, request: CheckedRequest): Mutation[] {
  const { url, headers } = request;
  const { "x-api-key": _, ...keyless } = headers;
  const { accept: __, ...deaf } = headers;
  const answers = [...operation.responses.values()].some(({ content }) => content.size > 0);
  return [
    { what: "no key", request: { ...request, headers: keyless }, code: "missing-api-key" },
    {
      what: "an empty key",
      request: { ...request, headers: { ...headers, "x-api-key": "" } },
      code: "missing-api-key",
    },
    {
      what: "a parameter named like the key",
      request: { ...request, url: `${url}?api_key=x` },
      code: "api-key-in-url",
    },
    { what: "an unknown parameter", request: { ...request, url: `${url}?nothing=1` }, code: "unknown-query-parameter" },
    { what: "another method", request: { ...request, method: "PUT" }, code: "wrong-method" },
    {
      what: "another base path",
      request: { ...request, url: url.replace(document.basePath, "/v7.3") },
      code: "wrong-base-path",
    },
    ...(answers
      ? [{ what: "no Accept", request: { ...request, headers: deaf }, code: "missing-accept" } as const]
      : []),
  ];
}

function ofPath(operation: Operation, request: CheckedRequest): Mutation[] {
  const { url } = request;
  const last = url.lastIndexOf("/");
  const parameters = operation.parameters.filter((parameter) => parameter.in === "path");
  return [
    { what: "a segment more", request: { ...request, url: `${url}/nothing/at/all` }, code: "unknown-path" },
    { what: "a slash at the end", request: { ...request, url: `${url}/` }, code: "bad-path-segment" },
    {
      what: "dots in the path",
      request: { ...request, url: `${url.slice(0, last)}/..${url.slice(last)}` },
      code: "bad-path-segment",
    },
    ...parameters.flatMap((parameter): Mutation[] => {
      const example = String(parameter.example);
      const empty = {
        what: "an empty parameter",
        request: { ...request, url: url.replace(example, "") },
        code: "bad-path-segment",
      } as const;
      if (!isObject(parameter.schema) || parameter.schema["format"] !== "uuid") return [empty];
      return [
        empty,
        { what: "no uuid", request: { ...request, url: url.replace(example, "undefined") }, code: "invalid-parameter" },
      ];
    }),
  ];
}

function ofQuery(document: ApiDocument, parameter: ApiParameter, request: CheckedRequest): Mutation[] {
  const { name } = parameter;
  const [value = "", other = value] = listValues(document, parameter);
  const list = listSchemaParts(document.json, parameter.schema).some(({ type }) => type === "array");
  const send = (query: string): CheckedRequest => ({ ...request, url: `${request.url}?${query}` });
  const parts = listSchemaParts(document.json, parameter.schema);
  const isClosed = parts.some(({ type, enum: values, format }) => type !== "string" || values || format);
  return [
    { what: `${name} misspelled`, request: send(`${name}x=${value}`), code: "unknown-query-parameter" },
    ...(isClosed || parts.some(({ minLength }) => minLength === 1)
      ? [{ what: `${name} empty`, request: send(`${name}=`), code: "empty-parameter" } as const]
      : []),
    ...(isClosed ? [{ what: `${name} wrong`, request: send(`${name}=!`), code: "invalid-parameter" } as const] : []),
    ...(list
      ? [
          {
            what: `${name} with commas`,
            request: send(`${name}=${value},${other}`),
            code: "wrong-array-style",
          } as const,
          { what: `${name}[]`, request: send(`${name}[]=${value}`), code: "wrong-array-style" } as const,
          { what: `${name}[0]`, request: send(`${name}[0]=${value}`), code: "wrong-array-style" } as const,
        ]
      : [
          {
            what: `${name} twice`,
            request: send(`${name}=${value}&${name}=${value}`),
            code: "repeated-parameter",
          } as const,
        ]),
  ];
}

function ofBody(document: ApiDocument, operation: Operation, request: CheckedRequest): Mutation[] {
  const value = exampleValue(operation);
  const { body, headers } = request;
  if (operation.body === undefined || body === undefined || !isObject(value)) {
    const sent: CheckedRequest = {
      ...request,
      headers: { ...headers, "content-type": "application/json" },
      body: { json: {} },
    };
    return [{ what: "a body", request: sent, code: "unexpected-body" }];
  }
  const type = headers["content-type"] ?? "";
  const content = operation.body.content.get(type);
  if (content === undefined) throw new Error(`${operation.id}: no ${type}`);
  const encode = (changed: JsonObject): CapturedBody => encodeBody(document, type, content, changed);
  const { "content-type": _, ...untyped } = headers;
  const { body: __, ...empty } = request;
  const schema = listSchemaParts(document.json, content.schema);
  const freeForm = walkProperties(document.json, content.schema, { nothing: 1 }).some(
    (property) => property.isFreeForm,
  );
  const required = schema.flatMap((part) => (isArray(part["required"]) ? part["required"] : []));
  return [
    { what: "no Content-Type", request: { ...request, headers: untyped }, code: "missing-content-type" },
    {
      what: "XML",
      request: { ...request, headers: { ...headers, "content-type": "text/xml" } },
      code: "wrong-content-type",
    },
    { what: "not what it says", request: { ...request, body: { text: "{" } }, code: "malformed-body" },
    ...(operation.body.required ? [{ what: "no body", request: empty, code: "missing-body" } as const] : []),
    ...(freeForm
      ? []
      : [
          {
            what: "a property more",
            request: { ...request, body: encode({ ...value, nothing: 1 }) },
            code: "unknown-body-property",
          } as const,
        ]),
    ...required.map((name): Mutation => {
      const { [String(name)]: ___, ...rest } = value;
      return { what: `without ${String(name)}`, request: { ...request, body: encode(rest) }, code: "invalid-body" };
    }),
    ...Object.entries(value).flatMap(([name, field]): Mutation[] => {
      const [property] = walkProperties(document.json, content.schema, { [name]: null });
      if (type !== "application/json" || property === undefined || property.schemas.length === 0) return [];
      const wrong: Json = typeof field === "object" ? "a text" : { an: "object" };
      return [
        {
          what: `${name} wrong`,
          request: { ...request, body: encode({ ...value, [name]: wrong }) },
          code: "invalid-body",
        },
      ];
    }),
  ];
}

function exampleValue(operation: Operation): Json | undefined {
  const contents = [...(operation.body?.content.values() ?? [])];
  return contents.flatMap(({ examples }) => [...examples.values()])[0];
}

/** Valid values of a query parameter; two for a list. */
function listValues(document: ApiDocument, { name, schema }: ApiParameter): string[] {
  const parts = listSchemaParts(document.json, schema);
  const items = parts.find((part) => part["items"] !== undefined)?.["items"];
  if (items !== undefined) return ["GAS", "WATER"].map((value) => plainValue(document, items) ?? value);
  return [plainValue(document, schema) ?? name];
}

function plainValue(document: ApiDocument, schema: Json): string | undefined {
  for (const { enum: values, format, type } of listSchemaParts(document.json, schema)) {
    if (isArray(values)) return String(values[0]);
    if (format !== undefined) return FORMATS[String(format)];
    if (type === "integer") return "2";
    if (type === "boolean") return "true";
  }
  return undefined;
}

const FORMATS: Readonly<Record<string, string>> = {
  date: "2026-01-31",
  "date-time": "2026-01-31T00:00:00Z",
  email: "energy@harbourlight.example.com",
  uuid: "5de41ce2-ca22-4b65-866a-e46ae037737e",
};
