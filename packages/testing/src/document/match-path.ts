import type { ApiDocument, Operation } from "./api-document.ts";

/** What a method and a path lead to. */
export type PathMatch =
  | { readonly operation: Operation; readonly parameters: Readonly<Record<string, string>> }
  /** The path is known, the method is not. */
  | { readonly allowed: readonly string[] }
  /** Nothing is known of the path. */
  | undefined;

/**
 * Finds the operation of a request. `pathname` is the path without the base path of the server. A literal segment goes before a
 * parameter, as OpenAPI wants it: `/document/company/1` is not the document `company`.
 */
export function matchPath(document: ApiDocument, method: string, pathname: string): PathMatch {
  const segments = pathname.split("/");
  const candidates = [...document.operations.values()]
    .filter(({ path }) => fits(path.split("/"), segments))
    .sort((a, b) => parameterCount(a.path) - parameterCount(b.path));
  const [best] = candidates;
  if (best === undefined) return undefined;
  const operation = candidates.find((candidate) => candidate.method === method && candidate.path === best.path);
  if (operation !== undefined) return { operation, parameters: parametersOf(operation.path, segments) };
  return { allowed: candidates.filter(({ path }) => path === best.path).map((candidate) => candidate.method) };
}

function fits(template: readonly string[], segments: readonly string[]): boolean {
  return (
    template.length === segments.length &&
    template.every((part, index) => (isParameter(part) ? segments[index] !== "" : part === segments[index]))
  );
}

function parametersOf(path: string, segments: readonly string[]): Record<string, string> {
  const entries = path.split("/").flatMap((part, index) => {
    return isParameter(part) ? [[part.slice(1, -1), decode(segments[index] ?? "")] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** A broken escape stays as it was sent. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function isParameter(part: string): boolean {
  return part.startsWith("{") && part.endsWith("}");
}

function parameterCount(path: string): number {
  return path.split("{").length - 1;
}
