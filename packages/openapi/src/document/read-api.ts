import { arrayIn, isObject, type Json, type JsonObject, mapValues, objectIn, stringIn, valueAt } from "./json.ts";
import { pointerTo } from "./pointer.ts";
import {
  type ApiBody,
  type ApiParameter,
  type ApiResponse,
  readBody,
  readParameter,
  readResponse,
} from "./read-messages.ts";
import { resolve } from "./resolve.ts";

/** The HTTP methods that a path item may have (https://spec.openapis.org/oas/v3.1.1#path-item-object). */
export const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

/** An HTTP method as an OpenAPI document writes it, in lower case. */
export type HttpMethod = (typeof METHODS)[number];

/** An OpenAPI document, read once with its references followed. */
export interface ApiDescription {
  /** The original document, for schemas and their references. */
  readonly document: JsonObject;
  /** Path by path, in the order of the document. */
  readonly operations: readonly ApiOperation[];
  readonly webhooks: readonly ApiOperation[];
  /** Security schemes by name. */
  readonly securitySchemes: JsonObject;
}

/** An operation or a webhook, with everything around it resolved. */
export interface ApiOperation {
  readonly method: HttpMethod;
  /** The path template, or the event of a webhook. */
  readonly path: string;
  /** JSON pointer to the operation. */
  readonly pointer: string;
  /** The `operationId`; `undefined` where the document has none. */
  readonly id: string | undefined;
  /** Its name in messages: the id, `GET /path`, or `webhook <event>`. */
  readonly label: string;
  readonly isWebhook: boolean;
  /** Tags with their descriptions. */
  readonly tags: readonly ApiTag[];
  /** The operation's own and those of its path; its own win. */
  readonly parameters: readonly ApiParameter[];
  readonly body: ApiBody | undefined;
  /** By status: `200`, `4XX` or `default`. */
  readonly responses: ReadonlyMap<string, ApiResponse>;
  /** The alternatives that the operation or the document requires: names of security schemes with their scopes. */
  readonly security: readonly JsonObject[];
  /** Whether any alternative needs a security scheme. */
  readonly isSecured: boolean;
  /** The Operation Object, with everything that this interface leaves out. */
  readonly object: JsonObject;
  /** The Path Item Object around it. */
  readonly pathItem: JsonObject;
}

/** A tag of an operation. */
export interface ApiTag {
  readonly name: string;
  /** Empty where the document has no such tag. */
  readonly description: string;
}

/** Reads an OpenAPI 3.x document. It need not be valid: a value of the wrong type counts as absent. */
export function readApi(document: JsonObject): ApiDescription {
  return {
    document,
    operations: readSection(document, "paths"),
    webhooks: readSection(document, "webhooks"),
    securitySchemes: mapValues(objectIn(objectIn(document, "components"), "securitySchemes"), (scheme) =>
      resolve(document, scheme),
    ),
  };
}

function readSection(document: JsonObject, section: "paths" | "webhooks"): ApiOperation[] {
  return Object.entries(objectIn(document, section)).flatMap(([path, node]) =>
    readPathItem(document, pointerTo(`#/${section}`, path), path, node, section === "webhooks"),
  );
}

/**
 * Reads the callbacks of an operation: requests that the API sends to the caller. The path of each is the name of the callback and the
 * expression for its URL, and its label is the operation's.
 */
export function readCallbacks(document: JsonObject, { object, pointer, label }: ApiOperation): ApiOperation[] {
  return Object.entries(objectIn(object, "callbacks")).flatMap(([name, node]) =>
    Object.entries(resolve(document, node)).flatMap(([expression, item]) => {
      const place = [name, expression].reduce(pointerTo, `${pointer}/callbacks`);
      return readPathItem(document, place, `${name} ${expression}`, item, true).map((own) => ({ ...own, label }));
    }),
  );
}

function readPathItem(
  document: JsonObject,
  pointer: string,
  path: string,
  node: Json,
  isWebhook: boolean,
): ApiOperation[] {
  const item = resolve(document, node);
  return METHODS.filter((method) => isObject(item[method])).map((method) =>
    readOperation(document, pointerTo(pointer, method), path, item, method, isWebhook),
  );
}

function readOperation(
  document: JsonObject,
  pointer: string,
  path: string,
  pathItem: JsonObject,
  method: HttpMethod,
  isWebhook: boolean,
): ApiOperation {
  const object = objectIn(pathItem, method);
  const id = stringIn(object, "operationId");
  const body = valueAt(object, "requestBody");
  const responses = Object.entries(objectIn(object, "responses"));
  const security = arrayIn(Object.hasOwn(object, "security") ? object : document, "security").filter(isObject);
  return {
    method,
    path,
    pointer,
    id,
    label: isWebhook ? `webhook ${path}` : (id ?? `${method.toUpperCase()} ${path}`),
    isWebhook,
    tags: arrayIn(object, "tags").flatMap((name) => (typeof name === "string" ? readTag(document, name) : [])),
    parameters: mergeParameters(document, [...arrayIn(pathItem, "parameters"), ...arrayIn(object, "parameters")]),
    body: body === undefined ? undefined : readBody(document, body),
    responses: new Map(responses.map(([status, node]) => [status, readResponse(document, node)])),
    security,
    isSecured: security.some((requirement) => Object.keys(requirement).length > 0),
    object,
    pathItem,
  };
}

function readTag(document: JsonObject, name: string): ApiTag {
  const tag = arrayIn(document, "tags").find((candidate) => stringIn(candidate, "name") === name);
  return { name, description: stringIn(tag, "description") ?? "" };
}

/** A later parameter replaces an earlier one with the same name and place. */
function mergeParameters(document: JsonObject, nodes: readonly Json[]): ApiParameter[] {
  const parameters = nodes.map((node) => readParameter(document, node));
  return [...new Map(parameters.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter])).values()];
}
