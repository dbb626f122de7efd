import type { OperationDefinition } from "../contract.ts";

type Fields = readonly (readonly [name: string, value: unknown])[];

/** Serializes a body for `fetch`, again for each attempt, since sending may consume a form. */
export function serializeBody(body: unknown, kind: OperationDefinition["body"]): BodyInit {
  // Regardless of the declared kind: JSON would turn it into `{}`.
  if (body instanceof FormData) return body;
  if (kind === "multipart") return toFormData(body);
  if (kind === "form") return new URLSearchParams(toFields(body).map(([name, value]) => [name, String(value)]));
  if (kind === "raw" && isBodyInit(body)) return body;
  return JSON.stringify(body);
}

/** Tells whether a value is a ready-made body, which the caller built on purpose. */
function isBodyInit(body: unknown): body is Blob | URLSearchParams | ReadableStream | string {
  return (
    typeof body === "string" ||
    body instanceof Blob ||
    body instanceof URLSearchParams ||
    body instanceof ReadableStream
  );
}

function toFormData(body: unknown): FormData {
  const form = new FormData();
  for (const [name, value] of toFields(body)) form.append(name, value instanceof Blob ? value : String(value));
  return form;
}

/** Returns one field per item of a list, and none for `undefined` and `null`. */
function toFields(body: unknown): Fields {
  const entries = Object.entries(body ?? {});
  return entries
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((item) => [name, item] as const))
    .filter(([, value]) => value !== undefined && value !== null);
}
