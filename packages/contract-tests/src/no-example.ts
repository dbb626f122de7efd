import { type ApiContent, type ApiParameter, findSuccess } from "@nectar-sdk/openapi/document";
import type { Operation } from "@nectar-sdk/testing/document";

/**
 * Whether a body, response or parameter has no example on purpose: no value was found that its schema accepts. `pnpm specs:check` lists
 * these places.
 */
function lacksExample({ object, examples }: Pick<ApiContent | ApiParameter, "object" | "examples">): boolean {
  return examples.size === 0 && typeof object["x-no-example"] === "string";
}

/** Whether the contents of a body or response have no example on purpose. */
export function lackExamples(contents: Iterable<ApiContent>): boolean {
  const all = [...contents];
  return all.some(lacksExample) && all.every(({ examples }) => examples.size === 0);
}

/** Whether a valid request can be made: nothing that it needs lacks an example on purpose. */
export function isCallable({ parameters, body }: Operation): boolean {
  return !parameters.some(lacksExample) && !lackExamples(body?.content.values() ?? []);
}

/** Whether a valid request can be made, and its response is known. */
export function hasKnownSuccess(operation: Operation): boolean {
  const [, success] = findSuccess(operation) ?? [];
  return isCallable(operation) && !lackExamples(success?.content.values() ?? []);
}

/** Whether a valid request can be made, and all its responses are known. */
export function isFullyKnown(operation: Operation): boolean {
  return (
    isCallable(operation) && [...operation.responses.values()].every(({ content }) => !lackExamples(content.values()))
  );
}
