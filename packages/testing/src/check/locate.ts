import { findNearest, isParameterSegment, matchPath } from "@nectar-sdk/openapi/document";
import type { ApiDocument, Operation } from "../document/read-document.ts";
import { type QueryPair, splitUrl } from "./split-url.ts";
import { createViolation, type Violation } from "./violation.ts";

/** The operation of a request, with its decoded path parameters and any violations. */
export interface Located {
  readonly operation: Operation | undefined;
  /** Decoded. */
  readonly pathParameters: Readonly<Record<string, string>>;
  /** The path parameters split at their commas, each part decoded. */
  readonly pathItems: Readonly<Record<string, readonly string[]>>;
  /** Without the base path. */
  readonly path: string;
  readonly query: readonly QueryPair[];
  /** Violations of path and method. */
  readonly violations: readonly Violation[];
}

/** Methods that `fetch` converts to upper case; `patch` is not one of them. */
const NORMALISED = /^(delete|get|head|options|post|put)$/i;

/** Finds the operation of a request. Checks the rest of the path even when the base path is wrong. */
export function locate(document: ApiDocument, method: string, url: string, basePath: string): Located {
  const { pathname, query } = splitUrl(url);
  const { path, violations } = stripBasePath(document, pathname, basePath);
  const nowhere = (...found: Violation[]): Located => {
    // With a wrong base path, an unknown path says nothing new.
    const all = violations.length > 0 ? violations : found;
    return { operation: undefined, pathParameters: {}, pathItems: {}, path, query, violations: all };
  };
  const verb = NORMALISED.test(method) ? method.toUpperCase() : method;
  const match = matchPath(document.operations.values(), verb, path);
  // A slash at the end belongs to the path if a path of the document ends so.
  const bad = findBadSegment(match === undefined ? path : path.replace(/\/$/, ""));
  if (bad !== undefined) return nowhere(bad);
  if (match === undefined) return nowhere(createViolation("unknown-path", "path", describeUnknownPath(document, path)));
  if ("allowed" in match)
    return nowhere(createViolation("wrong-method", "method", describeWrongMethod(verb, path, match.allowed)));
  const { operation, parameters: pathParameters, items: pathItems } = match;
  return { operation, pathParameters, pathItems, path, query, violations };
}

function stripBasePath(
  { version }: ApiDocument,
  pathname: string,
  basePath: string,
): { readonly path: string; readonly violations: Violation[] } {
  if (pathname === basePath || pathname.startsWith(`${basePath}/`))
    return { path: pathname.slice(basePath.length), violations: [] };
  const other = /^.*?\/v\d+(\.\d+)?(?=\/|$)/.exec(pathname)?.[0];
  const what = other === undefined ? "without a version" : `with ${other}`;
  const message = `the path starts ${what}, but ${version} is served at ${basePath}: end the base URL with ${basePath}`;
  return {
    path: other === undefined ? pathname : pathname.slice(other.length),
    violations: [createViolation("wrong-base-path", "path", message)],
  };
}

function findBadSegment(path: string): Violation | undefined {
  const segments = path.split("/").slice(1);
  const index = segments.findIndex((segment) => /^(\.|%2e){0,2}$/i.test(segment));
  if (index === -1 || path === "" || path === "/") return undefined;
  const what = segments[index] === "" ? "is empty" : `is ${JSON.stringify(segments[index])}`;
  const message = `segment ${index + 1} of ${path} ${what}: give every path parameter a value, and drop a trailing slash`;
  return createViolation("bad-path-segment", "path", message);
}

function describeUnknownPath(document: ApiDocument, path: string): string {
  const segments = path.split("/");
  // A parameter may have any value.
  const filled = new Map<string, string>();
  for (const { path: template } of document.operations.values()) {
    const parts = template.split("/");
    if (parts.length !== segments.length) continue;
    filled.set(
      parts.map((part, index) => (isParameterSegment(part) ? (segments[index] ?? "") : part)).join("/"),
      template,
    );
  }
  const meant = filled.get(findNearest(path, filled.keys()) ?? "");
  return `${document.version} has no path ${path}${meant === undefined ? "" : `: did you mean ${meant}?`}`;
}

function describeWrongMethod(method: string, path: string, allowed: readonly string[]): string {
  const known = `${path} takes ${allowed.join(", ")}, not ${method}`;
  return allowed.includes(method.toUpperCase()) ? `${known}: write the method in upper case` : known;
}
