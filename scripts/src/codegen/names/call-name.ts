/** The ergonomic name of an operation: `documents.listByCompany`. */
export interface CallName {
  /** `documents` */
  readonly resource: string;
  /** `listByCompany` */
  readonly method: string;
}

/** The names of the operations of a document, by operation id. */
export type CallNames = ReadonlyMap<string, CallName>;

const NAME = /^[a-z][A-Za-z0-9]*$/;

/**
 * Reserved names: `raw`, `with` and `isApiError` are members of every client, `then` makes an object look like a promise, and the others are
 * properties of every object.
 */
const TAKEN = new Set([
  ...[
    "raw",
    "with",
    "isApiError",
    "then",
    "constructor",
    "prototype",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
  ],
  ...["toString", "toLocaleString", "toJSON", "valueOf"],
]);

/** Whether a resource or a method may have this name. */
export function isUsableName(name: string): boolean {
  return NAME.test(name) && !TAKEN.has(name);
}

/** Parses `documents.listByCompany`; `undefined` unless both names are usable. */
export function parseCallName(text: string): CallName | undefined {
  const [resource = "", method = "", ...rest] = text.split(".");
  return rest.length === 0 && isUsableName(resource) && isUsableName(method) ? { resource, method } : undefined;
}

export function formatCallName({ resource, method }: CallName): string {
  return `${resource}.${method}`;
}
