/** A piece of a URL without its escapes, those of forms included; as it was where an escape is broken. */
export function decodeUrl(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
