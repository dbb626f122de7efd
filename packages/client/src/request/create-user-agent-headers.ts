/** The build (`bundle.mjs`) inserts the version from package.json; the sources run without it. */
declare const CLIENT_VERSION: string | undefined;

/** Creates the headers that name the SDK. Browsers get none, since each would cost a preflight request. */
export function createUserAgentHeaders(): Readonly<Record<string, string>> {
  if (globalThis.navigator?.userAgent?.startsWith("Mozilla/")) return {};
  const version = typeof CLIENT_VERSION === "string" ? CLIENT_VERSION : "source";
  return { "user-agent": `nectar-sdk-client/${version}` };
}
