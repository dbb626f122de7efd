import { arrayIn, isObject, type JsonObject } from "@nectar-sdk/openapi/document";

/** Names the base URL of `specs/versions.yaml` as the server of a document that has none, or only a relative one. */
export function ensureServer(document: JsonObject, baseUrl: string | undefined): JsonObject {
  const [server] = arrayIn(document, "servers");
  const isNamed = isObject(server) && typeof server["url"] === "string" && /^https?:\/\//i.test(server["url"]);
  return isNamed || baseUrl === undefined ? document : { ...document, servers: [{ url: baseUrl }] };
}
