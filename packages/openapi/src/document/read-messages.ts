import { isTrueIn, type Json, type JsonObject, objectIn, stringIn, valueAt } from "./json.ts";
import { resolve } from "./resolve.ts";

/** A parameter, its references followed. */
export interface ApiParameter {
  readonly name: string;
  /** `path`, `query`, `header` or `cookie` in a valid document. */
  readonly in: string;
  readonly required: boolean;
  /** `true`, which allows anything, where the document has none. */
  readonly schema: Json;
  /** Whether an array is sent as repeated keys (`form` with `explode`, the default of a query). */
  readonly isRepeated: boolean;
  /** By name; a single `example` is called `default`. */
  readonly examples: ReadonlyMap<string, Json>;
  /** The first of the examples. */
  readonly example: Json | undefined;
  /** The Parameter Object, with everything that this interface leaves out. */
  readonly object: JsonObject;
  /** The parameter as the document writes it, perhaps a reference. */
  readonly node: Json;
}

/** A request body, its references followed. */
export interface ApiBody {
  readonly required: boolean;
  readonly description: string;
  /** By media type, in the order of the document. */
  readonly content: ReadonlyMap<string, ApiContent>;
}

/** A documented response, its references followed. */
export interface ApiResponse {
  readonly description: string;
  /** By media type; empty where the response has no body. */
  readonly content: ReadonlyMap<string, ApiContent>;
  /** Declared headers with their first example. */
  readonly headers: ReadonlyMap<string, Json | undefined>;
}

/** A body of one media type. */
export interface ApiContent {
  /** `true`, which allows anything, where the document has none. */
  readonly schema: Json;
  /** By name; a single `example` is called `default`. */
  readonly examples: ReadonlyMap<string, Json>;
  /** The Media Type Object, with everything that this interface leaves out. */
  readonly object: JsonObject;
}

export function readParameter(document: JsonObject, node: Json): ApiParameter {
  const object = resolve(document, node);
  const examples = readExamples(document, object);
  const [name, place] = [stringIn(object, "name") ?? "", stringIn(object, "in") ?? ""];
  return {
    name,
    in: place,
    required: isTrueIn(object, "required"),
    schema: valueAt(object, "schema") ?? true,
    isRepeated: place === "query" && (object["style"] ?? "form") === "form" && object["explode"] !== false,
    examples,
    example: examples.values().next().value,
    object,
    node,
  };
}

export function readBody(document: JsonObject, node: Json): ApiBody {
  const body = resolve(document, node);
  return {
    required: isTrueIn(body, "required"),
    description: stringIn(body, "description") ?? "",
    content: readContent(document, body),
  };
}

export function readResponse(document: JsonObject, node: Json): ApiResponse {
  const response = resolve(document, node);
  const headers = Object.entries(objectIn(response, "headers")).map(([name, header]) => {
    const [example] = readExamples(document, resolve(document, header)).values();
    return [name, example] as const;
  });
  return {
    description: stringIn(response, "description") ?? "",
    content: readContent(document, response),
    headers: new Map(headers),
  };
}

function readContent(document: JsonObject, holder: JsonObject): ReadonlyMap<string, ApiContent> {
  const types = Object.entries(objectIn(holder, "content")).map(([type, node]) => {
    const media = resolve(document, node);
    const schema = valueAt(media, "schema") ?? true;
    return [type, { schema, examples: readExamples(document, media), object: media }] as const;
  });
  return new Map(types);
}

function readExamples(document: JsonObject, holder: JsonObject): ReadonlyMap<string, Json> {
  const single = valueAt(holder, "example");
  const named = Object.entries(objectIn(holder, "examples")).map(
    ([name, example]) => [name, valueAt(resolve(document, example), "value") ?? null] as const,
  );
  return new Map(single === undefined ? named : [["default", single], ...named]);
}
