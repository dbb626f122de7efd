const PLACEHOLDER = /\{([^{}]*)\}/g;

/** The names between braces, in the order of the path. */
export function templateNames(path: string): string[] {
  return [...path.matchAll(PLACEHOLDER)].map(([, name = ""]) => name);
}

/** The path without those names, which never travel: `/usage/{}`. Two templates with the same form are the same path. */
export function templateForm(path: string): string {
  return path.replaceAll(PLACEHOLDER, "{}");
}
