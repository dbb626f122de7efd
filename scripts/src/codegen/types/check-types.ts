import type { Problem } from "../problem.ts";
import type { AssignedTypes } from "./assign-types.ts";
import type { PublicType } from "./parse-types.ts";
import { formatTypeSource } from "./type-source.ts";

/** Reports the lines of `types` that fit no version, with the reason of the newest. */
export function checkUnusedTypes(types: readonly PublicType[], versions: readonly AssignedTypes[]): Problem[] {
  return types
    .filter((type) => versions.every(({ absent }) => absent.has(type)))
    .map((type) => ({
      at: type.at,
      message: `no version has ${type.name}, ${formatTypeSource(type.source)}: ${versions.at(-1)?.absent.get(type) ?? ""}`,
      fix: "correct the place or remove the line",
    }));
}
