declare const process: { readonly env?: Readonly<Record<string, string | undefined>> } | undefined;

/** Reads an environment variable; `undefined` if it is empty or the runtime has no environment. */
export function readEnvironment(name: "NECTAR_API_KEY" | "NECTAR_BASE_URL"): string | undefined {
  return (typeof process === "undefined" ? undefined : process.env?.[name]) || undefined;
}
