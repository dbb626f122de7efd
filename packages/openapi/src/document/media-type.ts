/** How a request body is encoded. */
export type BodyKind = "json" | "multipart" | "form" | "raw";

/** How a response body is read. */
export type ResponseKind = "json" | "text" | "blob";

const KINDS: readonly (readonly [kind: BodyKind, mediaType: string])[] = [
  ["json", "application/json"],
  ["multipart", "multipart/form-data"],
  ["form", "application/x-www-form-urlencoded"],
];

/** Returns the media type of a `Content-Type`, without parameters and in lower case. */
export function toMediaType(contentType: string | undefined): string {
  return (contentType ?? "").split(";", 1).join("").trim().toLowerCase();
}

/** Tells whether a media type is JSON, such as `application/problem+json`. */
export function isJsonType(mediaType: string): boolean {
  const type = toMediaType(mediaType);
  return type === "application/json" || type.endsWith("+json");
}

/** Returns how a request body of a media type is encoded. */
export function toBodyKind(mediaType: string): BodyKind {
  if (isReadAsJson(mediaType)) return "json";
  return KINDS.find(([, known]) => known === toMediaType(mediaType))?.[0] ?? "raw";
}

/** Returns how a response body of a media type is read. */
export function toResponseKind(mediaType: string): ResponseKind {
  if (isReadAsJson(mediaType)) return "json";
  const type = toMediaType(mediaType);
  return type.startsWith("text/") || /[/+]xml$/.test(type) ? "text" : "blob";
}

/** Chooses the media type to send or accept: JSON first, then the order of the document. */
export function chooseMediaType(mediaTypes: Iterable<string>): string | undefined {
  const offered = [...mediaTypes];
  return (
    offered.find((type) => toMediaType(type) === "application/json") ?? offered.find(isReadAsJson) ?? offered.at(0)
  );
}

/** Tells whether the body kind alone says which `Content-Type` to send. */
export function isUsualMediaType(mediaType: string): boolean {
  return KINDS.some(([, known]) => known === mediaType);
}

function isReadAsJson(mediaType: string): boolean {
  // A wildcard does not name a type; APIs that use one mean JSON.
  return isJsonType(mediaType) || ["*/*", "application/*"].includes(toMediaType(mediaType));
}
