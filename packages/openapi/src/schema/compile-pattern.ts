/**
 * Compiles a `pattern` of JSON Schema as Unicode expression, or else as JavaScript reads it without: many patterns escape more than Unicode
 * expressions allow (`\-`). Returns undefined for one that is not an expression at all.
 */
export function compilePattern(pattern: string): RegExp | undefined {
  return tryCompile(pattern, "u") ?? tryCompile(pattern, "");
}

function tryCompile(pattern: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return undefined;
  }
}
