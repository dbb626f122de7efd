import { readTextUpTo } from "./read-text.ts";
import { redactText } from "./redact.ts";
import type { SentKeys } from "./sent-keys.ts";

/** Bytes of an error answer that are read; the rest is not fetched. */
const ERROR_BODY_LIMIT = 65_536;

/** The beginning of an error answer. */
export interface ErrorText {
  readonly text: string;
  /** Why the body broke off, where it did. */
  readonly cause: unknown;
}

/** Text of an error answer: its beginning where it is long, and what came of it where it breaks off. */
export async function readErrorText(response: Response, keys: SentKeys): Promise<ErrorText> {
  const { text, isCut, broken } = await readTextUpTo(response, ERROR_BODY_LIMIT + keys.longestForm);
  return { text: isCut ? redactText(text, keys, text.length - keys.longestForm) : text, cause: broken?.cause };
}
