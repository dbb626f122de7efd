import type { VersionFacts } from "../document/read-document.ts";
import { startPrism } from "../prism/start-prism.ts";
import type { ProvidedPrisms } from "./provided.ts";

export type { ProvidedPrisms } from "./provided.ts";

/** The part of a vitest project that this setup uses. */
export interface SetupProject {
  provide(key: "nectarPrisms", value: ProvidedPrisms): void;
}

/**
 * Creates a global setup for vitest that starts one Prism per version for all test files.
 *
 * Export it as default from a file that `globalSetup` names in the vitest configuration.
 *
 * @throws {Error} when a Prism does not start
 * @example
 * export default createNectarGlobalSetup(v2_0, v2_2);
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
