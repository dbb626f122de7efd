import type { Answer, Content, Operation } from "./api-document.ts";

/** The first success that an operation declares, with its status. */
export function successAnswer(operation: Operation): readonly [status: number, answer: Answer] | undefined {
  for (const [status, answer] of operation.answers) if (status.startsWith("2")) return [Number(status), answer];
  return undefined;
}

/** JSON of the first success that an operation declares. */
export function successContent(operation: Operation): Content | undefined {
  const [, answer] = successAnswer(operation) ?? [];
  return answer?.content.get("application/json");
}
