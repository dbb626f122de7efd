const LOCAL = /^#\/(?:components|paths|webhooks)\/[^#]+$/;

/**
 * Whether a reference stays in the document, in a part that types are generated for. The name of that part becomes an identifier of
 * TypeScript, so it is one of three words and never a text of the document.
 */
export function isLocalReference(reference: string): boolean {
  return LOCAL.test(reference) && isDecodable(reference);
}

/** Whether every `%` in a text begins the code of a character, so that it can be read as a part of an address. */
export function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
