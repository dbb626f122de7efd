/** URLs of the shared Prisms by version, from the global setup to the test files. */
export type ProvidedPrisms = Readonly<Record<string, string>>;

declare module "vitest" {
  interface ProvidedContext {
    nectarPrisms: ProvidedPrisms | undefined;
  }
}
