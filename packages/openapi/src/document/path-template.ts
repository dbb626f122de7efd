const PARAMETER = /\{([^{}]*)\}/g;
/** `/v2.1` or `/api/v2.1` at the start of a path. */
const VERSION_PREFIX = /^(\/api)?\/v\d+(\.\d+)*(?=\/|$)/i;

/** Returns the names of the parameters in a path template, in order. */
export function readPathParameters(path: string): string[] {
  return [...path.matchAll(PARAMETER)].flatMap(([, name]) => (name === undefined || name === "" ? [] : [name]));
}

/** Replaces each parameter of a path template, for example by the value to send. */
export function replacePathParameters(path: string, replace: (name: string, index: number) => string): string {
  let index = 0;
  return path.replaceAll(PARAMETER, (_match, name: string) => replace(name, index++));
}

/** Removes the parameter names from a template: `/usage/{}`. Two templates with the same form are the same path. */
export function toTemplateForm(path: string): string {
  return replacePathParameters(path, () => "{}");
}

/**
 * Returns what identifies an operation in every document of an API: `GET /document/company/{}`. Parameter names, a version prefix
 * and a trailing slash do not count.
 */
export function toOperationKey(method: string, path: string): string {
  const plain = toTemplateForm(path).replace(VERSION_PREFIX, "").replace(/\/$/, "");
  return `${method.toUpperCase()} ${plain === "" ? "/" : plain}`;
}

/** The result of {@link matchPath}. */
export type PathMatch<Operation> =
  | {
      readonly operation: Operation;
      /** Decoded. */
      readonly parameters: Readonly<Record<string, string>>;
      /** The values split at their commas, each part decoded: `%2C` is part of an item. */
      readonly items: Readonly<Record<string, readonly string[]>>;
    }
  /** The document has the path, but not with this method. */
  | { readonly allowed: readonly string[] }
  /** The document does not have the path. */
  | undefined;

/**
 * Finds the operation of a request by its method and its path without the server's base path.
 * A literal segment wins over a parameter: `/document/company/1` is not the document `company`.
 */
export function matchPath<Operation extends { readonly method: string; readonly path: string }>(
  operations: Iterable<Operation>,
  method: string,
  pathname: string,
): PathMatch<Operation> {
  const segments = pathname.split("/");
  const candidates = [...operations]
    .filter(({ path }) => isMatch(path.split("/"), segments))
    .sort((a, b) => readPathParameters(a.path).length - readPathParameters(b.path).length);
  const [best] = candidates;
  if (best === undefined) return undefined;
  const samePath = candidates.filter(({ path }) => path === best.path);
  const operation = samePath.find((candidate) => candidate.method === method);
  if (operation === undefined) return { allowed: samePath.map((candidate) => candidate.method) };
  return {
    operation,
    parameters: readValues(operation.path, segments, decode),
    items: readValues(operation.path, segments, (segment) => segment.split(",").map(decode)),
  };
}

/** Tells whether a segment of a template is a parameter as a whole. */
export function isParameterSegment(segment: string): boolean {
  return segment.startsWith("{") && segment.endsWith("}");
}

function isMatch(template: readonly string[], segments: readonly string[]): boolean {
  return (
    template.length === segments.length &&
    template.every((part, index) => (isParameterSegment(part) ? segments[index] !== "" : part === segments[index]))
  );
}

function readValues<Value>(
  path: string,
  segments: readonly string[],
  read: (segment: string) => Value,
): Record<string, Value> {
  const entries = path.split("/").flatMap((part, index) => {
    return isParameterSegment(part) ? [[part.slice(1, -1), read(segments[index] ?? "")] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** Returns the text unchanged if an escape is malformed. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
