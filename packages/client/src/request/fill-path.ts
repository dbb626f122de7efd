import type { CallSite } from "../errors/nectar-error.ts";
import { refuseArgument } from "../errors/nectar-validation-error.ts";

/** Slash, backslash, control character, half of a surrogate pair; and all of that and dots percent-encoded, once or more. */
const UNSAFE = /[/\\\p{Cc}\p{Cs}]|%(25)*(2e|2f|5c|[01][\da-f]|7f)/iu;

/** Names of the parameters in a path template, in path order. */
export function pathNames(template: string): string[] {
  return Array.from(template.matchAll(/\{([^{}]+)\}/g), ([, name = ""]) => name);
}

/**
 * Fills a path template. Each value becomes exactly one segment, so that no value leads to another endpoint.
 *
 * @throws {NectarValidationError} for a value that is missing, empty, `.`, `..`, or holds a slash, a backslash or a control character,
 * whether plain or percent-encoded
 */
export function fillPath(template: string, values: Readonly<Record<string, unknown>>, call: CallSite): string {
  return template.replace(/\{([^{}]+)\}/g, (_match, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    const text = typeof value === "number" ? String(value) : value;
    if (typeof text !== "string" || text === "" || text === "." || text === ".." || UNSAFE.test(text)) {
      throw refuseArgument(
        call,
        `path parameter "${name}" must be one path segment: not empty, not "." or "..", no slash, backslash or control character`,
      );
    }
    return encodeURIComponent(text);
  });
}
