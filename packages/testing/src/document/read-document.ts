import type { Answer, ApiDocument, Body, Content, Operation, Parameter } from "./api-document.ts";
import { isArray, isObject, type Json, type JsonObject } from "./json.ts";
import { resolveObject } from "./resolve.ts";
import { createSchemaValidator } from "./schema-validator.ts";

const METHODS = ["get", "put", "post", "delete", "patch"];

/** What is known of an operation beside the document: how the client calls it and how it is paginated. */
export interface OperationNames {
  readonly resource: string;
  readonly name: string;
  readonly page?: { readonly items: string; readonly total: string };
}

/** What a version package says of itself, as far as it is needed here. */
export interface VersionFacts {
  readonly version: string;
  readonly baseUrl: string;
  /** SHA-256 of the document that the package was generated from. */
  readonly sha256?: string;
  readonly apiKeyHeader?: string;
  readonly operations: Readonly<Record<string, OperationNames>>;
}

/**
 * Reads an OpenAPI 3.1 document together with the version package's own table. Throws when the two do not describe the same operations,
 * which means that two releases of the package are installed.
 */
export function readDocument(api: VersionFacts, json: JsonObject): ApiDocument {
  const operations = new Map<string, Operation>();
  for (const [path, pathItem] of Object.entries(resolveObject(json, json["paths"]))) {
    const item = resolveObject(json, pathItem);
    for (const method of METHODS.filter((name) => Object.hasOwn(item, name))) {
      const operation = resolveObject(json, item[method]);
      const id = String(operation["operationId"]);
      const names = Object.hasOwn(api.operations, id) ? api.operations[id] : undefined;
      if (names === undefined) throw mismatch(api.version, id);
      operations.set(id, readOperation(json, { id, path, method, names, item, operation }));
    }
  }
  for (const id of Object.keys(api.operations)) if (!operations.has(id)) throw mismatch(api.version, id);
  const basePath = new URL(api.baseUrl).pathname.replace(/\/$/, "");
  const apiKeyHeader = api.apiKeyHeader ?? "X-API-KEY";
  return { version: api.version, basePath, apiKeyHeader, json, operations, validate: createSchemaValidator(json) };
}

function mismatch(version: string, id: string): Error {
  return new Error(
    `the OpenAPI document of ${version} and the version that was passed in disagree about ${id}: ` +
      `two releases of @nectar-sdk/api-${version} are installed; keep one`,
  );
}

interface Source {
  readonly id: string;
  readonly path: string;
  readonly method: string;
  readonly names: OperationNames;
  readonly item: JsonObject;
  readonly operation: JsonObject;
}

function readOperation(document: JsonObject, { id, path, method, names, item, operation }: Source): Operation {
  const answers = Object.entries(resolveObject(document, operation["responses"]));
  const security = operation["security"] ?? document["security"];
  return {
    id,
    name: `${names.resource}.${names.name}`,
    method: method.toUpperCase(),
    path,
    parameters: [item["parameters"], operation["parameters"]]
      .flatMap((list) => (isArray(list) ? list : []))
      .map((parameter) => readParameter(document, parameter)),
    body: operation["requestBody"] === undefined ? undefined : readBody(document, operation["requestBody"]),
    answers: new Map(answers.map(([status, answer]) => [status, readAnswer(document, answer)])),
    secured: isArray(security) && security.some((entry) => isObject(entry) && Object.keys(entry).length > 0),
    page: names.page,
  };
}

function readParameter(document: JsonObject, node: Json): Parameter {
  const parameter = resolveObject(document, node);
  const { name, in: place } = parameter;
  if (place !== "path" && place !== "query" && place !== "header" && place !== "cookie")
    throw new Error(`parameter ${String(name)}: "in" is ${JSON.stringify(place)}`);
  const examples = examplesOf(document, parameter);
  return {
    name: String(name),
    in: place,
    required: parameter["required"] === true,
    schema: parameter["schema"] ?? true,
    repeated: place === "query" && (parameter["style"] ?? "form") === "form" && parameter["explode"] !== false,
    example: examples.values().next().value,
  };
}

function readBody(document: JsonObject, node: Json): Body {
  const body = resolveObject(document, node);
  return { required: body["required"] === true, content: readContent(document, body["content"]) };
}

function readAnswer(document: JsonObject, node: Json): Answer {
  const answer = resolveObject(document, node);
  const headers = Object.entries(resolveObject(document, answer["headers"])).map(([name, header]) => {
    const example = examplesOf(document, resolveObject(document, header)).values().next().value;
    return [name, example] as const;
  });
  return {
    description: String(answer["description"] ?? ""),
    content: readContent(document, answer["content"]),
    headers: new Map(headers),
  };
}

function readContent(document: JsonObject, node: Json | undefined): ReadonlyMap<string, Content> {
  const types = Object.entries(resolveObject(document, node)).map(([type, value]) => {
    const media = resolveObject(document, value);
    return [type, { schema: media["schema"] ?? true, examples: examplesOf(document, media) }] as const;
  });
  return new Map(types);
}

function examplesOf(document: JsonObject, holder: JsonObject): ReadonlyMap<string, Json> {
  const named = Object.entries(resolveObject(document, holder["examples"])).map(
    ([name, example]) => [name, resolveObject(document, example)["value"] ?? null] as const,
  );
  return new Map(holder["example"] === undefined ? named : [["default", holder["example"]], ...named]);
}
