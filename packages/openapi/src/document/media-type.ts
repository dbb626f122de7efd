/** How a request body travels. */
export type BodyKind = "json" | "multipart" | "form" | "raw";

/** How an answer is read; `json` unless told otherwise. */
export type AnswerKind = "json" | "text" | "blob";

const KINDS: readonly (readonly [kind: BodyKind, mediaType: string])[] = [
  ["json", "application/json"],
  ["multipart", "multipart/form-data"],
  ["form", "application/x-www-form-urlencoded"],
];

export function bodyKind(mediaType: string): BodyKind {
  const essence = essenceOf(mediaType);
  if (isJson(mediaType)) return "json";
  return KINDS.find(([, known]) => known === essence)?.[0] ?? "raw";
}

export function answerKind(mediaType: string): AnswerKind {
  const essence = essenceOf(mediaType);
  if (isJson(mediaType)) return "json";
  return essence.startsWith("text/") || /[/+]xml$/.test(essence) ? "text" : "blob";
}

/** The media type to send or expect among those on offer: JSON first, then the order of the document. */
export function preferredMediaType(mediaTypes: readonly string[]): string | undefined {
  return mediaTypes.find((type) => essenceOf(type) === "application/json") ?? mediaTypes.find(isJson) ?? mediaTypes[0];
}

/** Whether the kind alone says which content type to send. */
export function isUsualMediaType(mediaType: string): boolean {
  return KINDS.some(([, known]) => known === mediaType);
}

function isJson(mediaType: string): boolean {
  // `*/*` says nothing, and JSON is what an API then means.
  return /^(application\/([\w.-]+\+)?json|\*\/\*|application\/\*)$/.test(essenceOf(mediaType));
}

function essenceOf(mediaType: string): string {
  return (mediaType.split(";")[0] ?? "").trim().toLowerCase();
}
