import type { Api } from "../model/api.ts";
import { pascalCase, unused } from "../names/identifier.ts";
import { exportTypes } from "./code.ts";
import { declaredNames } from "./declared-names.ts";

/** `upstream.ts`: the component schemas under the names of the document, and `paths`, `components` and `operations`. */
export function emitUpstream(schema: string, { types }: Api): string {
  const own = [...types.operations.values()].flatMap((names) => Object.values(names));
  const named = new Set([...types.schemas.values(), ...own]);
  const taken = new Set(declaredNames(schema).types.filter((name) => !named.has(name)));
  const exported = [...taken];
  for (const [component, name] of types.schemas) {
    const upstream = unused(pascalCase(component), taken);
    taken.add(upstream);
    exported.push(upstream === name ? name : `${name} as ${upstream}`);
  }
  return exportTypes(exported, "./schema.js");
}
