/** Put in by the build (`bundle.mjs`) from package.json; the sources run without it. */
declare const CLIENT_VERSION: string | undefined;

/** Headers that tell the API which SDK calls. None in browsers, where such a header would cost a preflight request. */
export function userAgentHeaders(): Readonly<Record<string, string>> {
  if (globalThis.navigator?.userAgent?.startsWith("Mozilla/")) return {};
  const version = typeof CLIENT_VERSION === "string" ? CLIENT_VERSION : "source";
  return { "user-agent": `nectar-sdk-client/${version}` };
}
