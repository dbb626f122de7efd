import { readTextUpTo } from "./read-text.ts";
import { redactText } from "./redact.ts";
import type { SentKeys } from "./sent-keys.ts";

/** Bytes of an error answer that are read; the rest is not fetched. */
const ERROR_BODY_LIMIT = 65_536;

/** Why bodies of errors broke off; transports know nothing of it. */
const breaks = new WeakMap<Response, unknown>();

/** Text of an error answer: its beginning where it is long, and what came of it where it breaks off. */
export async function readErrorText(response: Response, keys: SentKeys): Promise<string> {
  const { text, isCut, broken } = await readTextUpTo(response, ERROR_BODY_LIMIT + keys.longestForm);
  if (broken) breaks.set(response, broken.cause);
  return isCut ? redactText(text, keys, text.length - keys.longestForm) : text;
}

/** Why the body of an error broke off; `undefined` where it did not. */
export function findBodyBreak(response: Response): unknown {
  return breaks.get(response);
}
