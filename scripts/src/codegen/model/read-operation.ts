import {
  type ApiOperation,
  type ApiParameter,
  chooseMediaType,
  type JsonObject,
  objectAt,
  readPathParameters,
  resolve,
  toBodyKind,
} from "@nectar-sdk/openapi/document";
import { limitsOf, sentence, textAt, toPlainText } from "../docs/document-text.ts";
import type { CallNames } from "../names/call-name.ts";
import { camelCase, isReservedWord, unused } from "../names/identifier.ts";
import type { OperationTypeNames, TypeNames } from "../names/type-names.ts";
import type { Body, Operation, OperationDocs, ParameterGroup, PathParameter } from "./api.ts";
import { readResponses } from "./read-responses.ts";
import { scalarType } from "./type-text.ts";

/** Arguments that every method may have in addition to its path parameters. */
const ARGUMENTS = ["body", "query", "options"];

/** Reads one operation; the checks guarantee that it has an id and a name. */
export function readOperation(
  document: JsonObject,
  found: ApiOperation,
  names: CallNames,
  types: TypeNames,
): Operation {
  const { id = "", method, path, parameters } = found;
  const name = names.get(id);
  const own = types.operations.get(id);
  if (name === undefined || own === undefined) throw new Error(`${method} ${path}: read before it was checked`);
  return {
    id,
    method: method.toUpperCase(),
    path,
    name,
    types: own,
    docs: readDocs(found.object),
    isIdempotent: readFlag(found.object["x-idempotent"]),
    pathParameters: readArguments(document, found, own),
    query: readGroup(parameters, "query"),
    commaLists: readCommaLists(parameters),
    headers: readGroup(parameters, "header"),
    body: readBody(found),
    ...readResponses(document, found, own, types),
  };
}

function readFlag(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}

function readDocs(object: JsonObject): OperationDocs {
  const evidence = textAt(object, "x-evidence");
  const link = textAt(objectAt(object, "externalDocs", "operation"), "url");
  return {
    summary: textAt(object, "summary"),
    description: textAt(object, "description"),
    deprecated: object["deprecated"] === true,
    evidence: evidence === "" || evidence === "seen" ? undefined : evidence,
    link: link === "" ? undefined : link,
  };
}

function readArguments(document: JsonObject, found: ApiOperation, own: OperationTypeNames): PathParameter[] {
  const taken = new Set(ARGUMENTS);
  return readPathParameters(found.path).map((name) => {
    const parameter = found.parameters.find((candidate) => candidate.in === "path" && candidate.name === name);
    const plain = camelCase(name);
    const argument = unused(isReservedWord(plain) || taken.has(plain) ? `${plain}Parameter` : plain, taken);
    taken.add(argument);
    const scalar = parameter === undefined ? undefined : scalarType(document, parameter.schema);
    const type =
      scalar === undefined
        ? { text: `${own.path}[${JSON.stringify(name)}]`, names: [own.path] }
        : { text: scalar, names: [] };
    return { name, argument, type, docs: parameter === undefined ? "" : parameterDocs(document, parameter) };
  });
}

function parameterDocs(document: JsonObject, parameter: ApiParameter): string {
  const sentences = [
    sentence(textAt(parameter.object, "description")),
    ...limitsOf(resolve(document, parameter.schema)),
  ];
  return sentences.join(" ").trim();
}

function readGroup(parameters: readonly ApiParameter[], place: string): ParameterGroup {
  const members = parameters.filter((parameter) => parameter.in === place);
  return { names: members.map(({ name }) => name), required: members.some(({ required }) => required) };
}

/** The checks guarantee style `form`, so what is not repeated has `explode: false`. For a single value the two are the same. */
function readCommaLists(parameters: readonly ApiParameter[]): string[] {
  return parameters.filter(({ in: place, isRepeated }) => place === "query" && !isRepeated).map(({ name }) => name);
}

function readBody({ body }: ApiOperation): Body | undefined {
  const mediaType = chooseMediaType(body?.content.keys() ?? []);
  if (body === undefined || mediaType === undefined) return undefined;
  return { kind: toBodyKind(mediaType), mediaType, required: body.required, docs: toPlainText(body.description) };
}
