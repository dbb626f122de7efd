import type { CallSite } from "../errors/nectar-error.ts";
import { NectarValidationError } from "../errors/nectar-validation-error.ts";

/** Slash, backslash, control character or lone surrogate; and all of those and dots, percent-encoded once or more. */
const UNSAFE = /[/\\\p{Cc}\p{Cs}]|%(25)*(2e|2f|5c|[01][\da-f]|7f)/iu;

/** Returns the names of the parameters in a path template, in path order. */
export function parsePathNames(template: string): string[] {
  return Array.from(template.matchAll(/\{([^{}]+)\}/g), ([, name = ""]) => name);
}

/**
 * Fills a path template. Each value becomes exactly one segment, so that no value leads to another endpoint.
 *
 * @throws {NectarValidationError} when a value is missing, empty, `.`, `..`, or contains a slash, backslash or control character, plain or
 * percent-encoded
 */
export function fillPath(template: string, values: Readonly<Record<string, unknown>>, call: CallSite): string {
  return template.replace(/\{([^{}]+)\}/g, (_match, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    const text = typeof value === "number" ? String(value) : value;
    if (typeof text !== "string" || text === "" || text === "." || text === ".." || UNSAFE.test(text)) {
      throw new NectarValidationError(
        `path parameter "${name}" must be one path segment: not empty, not "." or "..", no slash, backslash or control character`,
        call,
      );
    }
    return encodeURIComponent(text);
  });
}
