import { packageName, versionIdentifier } from "../../shared/version-names.ts";
import { docComment } from "../docs/doc-comment.ts";

/** `packages/versions/src/index.ts`: every API version as a value, for tests and tools that go through all of them. */
export function emitVersionList(versions: readonly string[]): string {
  const identifiers = versions.map(versionIdentifier);
  return [
    "// Generated from specs/versions.yaml by `pnpm codegen`. Do not edit: change the list.\n\n",
    ...versions.map((version) => `import { ${versionIdentifier(version)} } from "${packageName(version)}";\n`),
    `\nexport { ${identifiers.join(", ")} };\n`,
    `\n${docComment("Every API version, oldest first.")}export const apis = [${identifiers.join(", ")}] as const;\n`,
    `\n${docComment("The newest API version.")}export const newest = ${identifiers.at(-1)};\n`,
  ].join("");
}
