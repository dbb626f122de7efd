import type { VersionFacts } from "../document/read-document.ts";

/** Throws when the argument is not a version value, which callers without types may pass. */
export function requireVersion(api: VersionFacts | undefined): void {
  const ok = typeof api?.version === "string" && typeof api.baseUrl === "string" && typeof api.operations === "object";
  if (ok) return;
  const got = typeof api === "string" ? JSON.stringify(api) : String(api);
  throw new TypeError(`expected an API version such as v2_2 from @nectar-sdk/api-v2.2, got ${got}`);
}
