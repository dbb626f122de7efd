/** What the global setup tells the test files: the URL of the Prism of each version. */
export type ProvidedPrisms = Readonly<Record<string, string>>;

declare module "vitest" {
  interface ProvidedContext {
    nectarPrisms: ProvidedPrisms | undefined;
  }
}
