import type { VersionFacts } from "../document/read-document.ts";
import { startPrism } from "../prism/start-prism.ts";
import type { ProvidedPrisms } from "./provided.ts";

/** What vitest passes to a global setup, as far as it is needed here. */
export interface SetupProject {
  provide(key: "nectarPrisms", value: ProvidedPrisms): void;
}

/**
 * Starts one Prism for each version before all test files, and ends them after the last: the default export of a file that `globalSetup`
 * names in the vitest configuration. Fixtures of `createNectarTest` share them.
 */
export function createNectarGlobalSetup(
  ...apis: readonly VersionFacts[]
): (project: SetupProject) => Promise<() => Promise<void>> {
  return async (project) => {
    const started = await Promise.allSettled(apis.map((api) => startPrism(api)));
    const prisms = started.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    const close = async (): Promise<void> => {
      await Promise.all(prisms.map((prism) => prism.close()));
    };
    for (const result of started) {
      if (result.status === "fulfilled") continue;
      await close();
      throw result.reason;
    }
    project.provide("nectarPrisms", Object.fromEntries(prisms.map(({ version, url }) => [version, url])));
    return close;
  };
}
