import { type Json, type JsonObject, objectAt } from "./json.ts";
import type { FoundOperation } from "./list-operations.ts";
import { preferredMediaType } from "./media-type.ts";
import { resolve } from "./resolve.ts";

/** One documented answer of an operation. */
export interface Answer {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  readonly mediaType: string | undefined;
  readonly schema: Json | undefined;
}

/** All documented answers, by the media type that is read. */
export function answersOf(document: JsonObject, operation: FoundOperation): Answer[] {
  const responses = objectAt(operation.object, "responses", operation.pointer);
  return Object.keys(responses).map((status) => {
    const content = objectAt(resolve(document, responses[status]), "content", `${operation.pointer}.${status}`);
    const mediaType = preferredMediaType(Object.keys(content));
    const schema = mediaType === undefined ? undefined : objectAt(content, mediaType, operation.pointer)["schema"];
    return { status, mediaType, schema };
  });
}

/** The answers of success; a lone `default` is one, since something has to be. */
export function successesOf(answers: readonly Answer[]): readonly Answer[] {
  const successes = answers.filter(({ status }) => status.startsWith("2"));
  return successes.length === 0 && answers.every(({ status }) => status === "default") ? answers : successes;
}

/** The answers of failure. Redirects are neither: a client does not follow them. */
export function failuresOf(answers: readonly Answer[]): readonly Answer[] {
  const successes = successesOf(answers);
  return answers.filter((answer) => !successes.includes(answer) && /^([45]|default$)/.test(answer.status));
}
