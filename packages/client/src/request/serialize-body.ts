import type { OperationDefinition } from "../contract.ts";

type Fields = readonly (readonly [name: string, value: unknown])[];

/** The body as `fetch` takes it. Forms are made anew for each attempt, since sending may use them up. */
export function serializeBody(body: unknown, kind: OperationDefinition["body"]): BodyInit {
  // Of any kind: as JSON it would be `{}`.
  if (body instanceof FormData) return body;
  if (kind === "multipart") return toFormData(body);
  if (kind === "form") return new URLSearchParams(fieldsOf(body).map(([name, value]) => [name, String(value)]));
  if (kind === "raw" && isBodyInit(body)) return body;
  return JSON.stringify(body);
}

/** What is a body already: a caller who builds one knows what he sends. */
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
  for (const [name, value] of fieldsOf(body)) form.append(name, value instanceof Blob ? value : String(value));
  return form;
}

/** One field for each item of a list; nothing for what is left out. */
function fieldsOf(body: unknown): Fields {
  const entries = Object.entries(body ?? {});
  return entries
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((item) => [name, item] as const))
    .filter(([, value]) => value !== undefined && value !== null);
}
