/** Decodes part of a URL, including `+` of forms; returns it unchanged if an escape is invalid. */
export function decodeUrl(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
