/** Keywords of a schema that say nothing about which values are valid. */
const ANNOTATIONS = new Set([
  ...["title", "description", "default", "example", "examples", "deprecated", "readOnly", "writeOnly"],
  ...["externalDocs", "xml", "$comment"],
]);

/** Keywords that narrow a value without changing its type: they are allowed beside a `$ref`. */
const LIMITS = new Set([
  ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern"],
  ...["minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties"],
]);

/** The keyword that lists the known values of an open enum. It belongs to the type and is not an annotation. */
export const OPEN_ENUM = "x-extensible-enum";

/** `true` on an open enum that the document closes: a caller may send its known values alone. */
export const CLOSED_IN_REQUESTS = "x-closed-in-requests";

/** Whether a keyword, or an extension, only describes. */
export function isAnnotation(key: string): boolean {
  return ANNOTATIONS.has(key) || (key.startsWith("x-") && key !== OPEN_ENUM);
}

/** Whether a keyword limits a value of any type. */
export function isLimit(key: string): boolean {
  return LIMITS.has(key);
}
