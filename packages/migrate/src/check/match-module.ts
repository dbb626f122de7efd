import { ts } from "../compiler.ts";
import { type ApiPackage, readImportedVersion } from "../project/api-package.ts";
import { isUntypedRequire } from "../project/create-program.ts";
import { isAliased } from "../project/is-aliased.ts";

/** A module name that loads the old package and that no edit can follow. */
export interface ModuleMatch {
  readonly rule: "aliased-import" | "untyped-require";
  readonly certainty: "certain";
  readonly why: string;
  readonly advice: string;
}

/** Matches imports of the old package under another name, and `require` without types. */
export function matchModule(
  node: ts.Node,
  { from, to, checker }: { readonly from: ApiPackage; readonly to: ApiPackage; readonly checker: ts.TypeChecker },
): ModuleMatch | undefined {
  if (!ts.isStringLiteralLike(node)) return undefined;
  if (readImportedVersion(node.text) === from.version && isUntypedRequire(node, checker)) {
    return {
      rule: "untyped-require",
      certainty: "certain",
      why: `the value of require is any, so the uses of ${from.name} are not known`,
      advice: `Load ${to.name}, and rename what the code reads from it.`,
    };
  }
  if (!isAliased(node, checker, from)) return undefined;
  return {
    rule: "aliased-import",
    certainty: "certain",
    why: `${node.text} is another name of ${from.name}`,
    advice: `Import ${to.name}, or point ${node.text} to it in package.json, and rename what the code imports.`,
  };
}
