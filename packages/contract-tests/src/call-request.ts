import { type ApiParameter, isObject, type Json } from "@nectar-sdk/openapi/document";
import {
  type ApiDocument,
  createRandom,
  findNullableFields,
  findSample,
  type Operation,
  sampleNullVariants,
} from "@nectar-sdk/testing/document";

/** One valid call of an operation. */
export interface CallRequest {
  /** The variation of the call; empty for the plain one. */
  readonly name: string;
  /** Path parameters, in path order. */
  readonly path: Readonly<Record<string, Json>>;
  readonly query: Readonly<Record<string, Json>>;
  readonly body: Json | undefined;
}

const SEED = "contract";

/**
 * Lists valid calls of an operation: the plain one, one for each further example of the body, one with every query parameter, and some that
 * contain each nullable field of the body as `null` and as a value.
 */
export function listCallRequests(
  document: ApiDocument,
  operation: Operation,
): readonly [CallRequest, ...CallRequest[]] {
  const path = readPath(operation);
  const bodies = bodyExamples(operation);
  const query = readQuery(document, operation);
  const required = Object.entries(query).filter(([name]) =>
    operation.parameters.some((parameter) => parameter.in === "query" && parameter.name === name && parameter.required),
  );
  const plain: CallRequest = { name: "", path, query: Object.fromEntries(required), body: bodies[0]?.value };
  const others = bodies.slice(1).map(({ name, value }) => ({ ...plain, name: `with the body ${name}`, body: value }));
  const withQuery = Object.keys(query).length > 0 ? [{ ...plain, name: "with every query parameter", query }] : [];
  return [plain, ...others, ...withQuery, ...withNulls(document, operation, plain)];
}

function readPath(operation: Operation): CallRequest["path"] {
  const parameters = operation.parameters.filter((parameter) => parameter.in === "path");
  return Object.fromEntries(parameters.map((parameter) => [parameter.name, readExample(operation, parameter)]));
}

function readExample(operation: Operation, { name, example }: ApiParameter): Json {
  if (example !== undefined) return example;
  throw new Error(`${operation.id}: the path parameter ${name} has no example; add one in specs/overlays`);
}

function bodyExamples({ id, body }: Operation): { readonly name: string; readonly value: Json }[] {
  if (body === undefined) return [];
  const [content] = body.content.values();
  const examples = [...(content?.examples ?? [])].map(([name, value]) => ({ name, value }));
  if (examples.length === 0) throw new Error(`${id}: the body has no example; add one in specs/overlays`);
  return examples;
}

function readQuery(document: ApiDocument, { id, parameters }: Operation): CallRequest["query"] {
  const query = parameters.filter((parameter) => parameter.in === "query");
  const entries = query.flatMap(({ name, schema, example }): [string, Json][] => {
    if (name === "page") return [[name, 1]];
    const options = { random: createRandom(SEED, id, name) };
    const value = example ?? findSample(document.json, schema, options, document.validate);
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(entries);
}

/** Fields that cannot be `null` keep the example's value, because the API may require more than the schema: for example `https:` URLs. */
function withNulls(document: ApiDocument, { id, body }: Operation, plain: CallRequest): CallRequest[] {
  const content = body?.content.get("application/json");
  if (content === undefined) return [];
  const nullable = [...findNullableFields(document.json, content.schema).keys()];
  const known = Object.entries(isObject(plain.body) ? plain.body : {});
  const fixed = Object.fromEntries(
    known.filter(([name]) => !nullable.some((field) => `${field}/`.startsWith(`/${name}/`))),
  );
  return sampleNullVariants(document.json, content.schema, `${SEED} ${id}`, document.validate).map((value, index) => {
    const sent = isObject(value) ? { ...value, ...fixed } : value;
    return { ...plain, name: `with generated body ${index}`, body: sent };
  });
}
