import type { FoundOperation, FoundParameter } from "@nectar-sdk/openapi/document";
import { bodyKind, type JsonObject, objectAt, preferredMediaType, resolve } from "@nectar-sdk/openapi/document";
import { templateParameters } from "../check/check-path-parameters.ts";
import { limitsOf, sentence, textAt } from "../docs/document-text.ts";
import type { CallNames } from "../names/call-name.ts";
import { camelCase, isReservedWord, unused } from "../names/identifier.ts";
import type { OperationTypeNames, TypeNames } from "../names/type-names.ts";
import type { Body, Operation, OperationDocs, ParameterGroup, PathParameter } from "./api.ts";
import { readAnswers } from "./read-answers.ts";
import { scalarType } from "./type-text.ts";

/** Arguments that every method may have beside its path parameters. */
const ARGUMENTS = ["body", "query", "options"];

/** Reads one operation; the checks guarantee that it has an id and a name. */
export function readOperation(
  document: JsonObject,
  found: FoundOperation,
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
    pathParameters: readPathParameters(document, found, own),
    query: readGroup(parameters, "query"),
    headers: readGroup(parameters, "header"),
    body: readBody(document, found.object),
    ...readAnswers(document, found, own, types),
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

function readPathParameters(document: JsonObject, found: FoundOperation, own: OperationTypeNames): PathParameter[] {
  const taken = new Set(ARGUMENTS);
  return templateParameters(found.path).map((name) => {
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

function parameterDocs(document: JsonObject, parameter: FoundParameter): string {
  const sentences = [
    sentence(textAt(parameter.object, "description")),
    ...limitsOf(resolve(document, parameter.schema)),
  ];
  return sentences.join(" ").trim();
}

function readGroup(parameters: readonly FoundParameter[], place: string): ParameterGroup {
  const members = parameters.filter((parameter) => parameter.in === place);
  return { names: members.map(({ name }) => name), required: members.some(({ required }) => required) };
}

function readBody(document: JsonObject, object: JsonObject): Body | undefined {
  if (object["requestBody"] === undefined) return undefined;
  const body = resolve(document, object["requestBody"]);
  const mediaType = preferredMediaType(Object.keys(objectAt(body, "content", "requestBody")));
  if (mediaType === undefined) return undefined;
  return {
    kind: bodyKind(mediaType),
    mediaType,
    required: body["required"] === true,
    docs: textAt(body, "description"),
  };
}
