import type { VersionFacts } from "../document/read-document.ts";

/** Throws where no version value was passed, as a caller without types may do. */
export function requireVersion(api: VersionFacts | undefined): void {
  const ok = typeof api?.version === "string" && typeof api.baseUrl === "string" && typeof api.operations === "object";
  if (ok) return;
  const got = typeof api === "string" ? JSON.stringify(api) : String(api);
  throw new TypeError(`an API version is expected, such as v2_2 of @nectar-sdk/api-v2.2, and not ${got}`);
}
