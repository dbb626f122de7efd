import type { FoundOperation, JsonObject } from "@nectar-sdk/openapi/document";
import {
  type Answer,
  answerKind,
  answersOf,
  failuresOf,
  isEnvelope,
  readEnvelope,
  successesOf,
} from "@nectar-sdk/openapi/document";
import type { OperationTypeNames, TypeNames } from "../names/type-names.ts";
import type { AnswerType, Operation, Page, Success } from "./api.ts";
import { namedType, referencedType } from "./type-text.ts";

/** What an operation answers, in success and in failure. */
export function readAnswers(
  document: JsonObject,
  found: FoundOperation,
  own: OperationTypeNames,
  types: TypeNames,
): Pick<Operation, "success" | "failures" | "page"> {
  const answers = answersOf(document, found);
  const successes = successesOf(answers);
  return {
    success: readSuccess(successes, own, types),
    failures: failuresOf(answers).map(withoutSchema),
    page: found.method === "get" ? readPage(document, successes, own, types) : undefined,
  };
}

function readSuccess(successes: readonly Answer[], own: OperationTypeNames, types: TypeNames): Success {
  const answers = successes.map(withoutSchema);
  const [first, ...others] = successes.filter(({ mediaType }) => mediaType !== undefined);
  if (first?.mediaType === undefined) return { answers, kind: "none", type: { text: "void", names: [] } };
  const kind = answerKind(first.mediaType);
  // With one answer of JSON the type is best called by the name of its schema; with several it is a union of its own.
  const single = others.length === 0 && successes.length === 1 && kind === "json";
  const type = single ? referencedType(first.schema, types) : undefined;
  return { answers, kind, type: type ?? namedType(own.response) };
}

function readPage(
  document: JsonObject,
  successes: readonly Answer[],
  own: OperationTypeNames,
  types: TypeNames,
): Page | undefined {
  const [answer] = successes;
  if (answer?.schema === undefined) return undefined;
  const envelope = readEnvelope(document, answer.schema);
  const [array] = envelope.arrays;
  const [total] = envelope.totals;
  if (!isEnvelope(envelope) || array === undefined || total === undefined) return undefined;
  const pageType = referencedType(answer.schema, types) ?? namedType(own.response);
  const list = `${pageType.text}[${JSON.stringify(array.key)}]`;
  const itemText = `${array.required ? list : `NonNullable<${list}>`}[number]`;
  const itemType = referencedType(array.items, types) ?? { text: itemText, names: pageType.names };
  return { items: array.key, total, itemType, pageType };
}

function withoutSchema({ status, mediaType }: Answer): AnswerType {
  return { status, mediaType };
}
