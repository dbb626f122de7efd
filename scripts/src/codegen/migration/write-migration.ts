import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Change, diffDocuments } from "@nectar-sdk/openapi/diff";
import { readIfExists } from "../../shared/read-if-exists.ts";
import type { CheckedVersion } from "../check-specs.ts";
import { guardFiles } from "../guard/guard-files.ts";
import { formatCallName } from "../names/call-name.ts";
import { type GeneratedFile, updateFolder } from "../package/update-folder.ts";
import type { BehaviourChange } from "./behaviour-change.ts";
import { emitBehaviourChange, emitBehaviourChanges } from "./emit-behaviour-changes.ts";
import { emitVersionFields } from "./emit-version-fields.ts";
import type { NameOperation } from "./format-breaking-changes.ts";
import { formatGuide } from "./format-guide.ts";
import { matchBehaviourChanges } from "./match-behaviour-changes.ts";
import { nameSchemas } from "./name-schemas.ts";
import { parseBehaviourChanges } from "./parse-behaviour-changes.ts";

const MIGRATE = "packages/migrate";

const VALUES = {
  "src/runtime/version-fields.ts": ["versionFields", "usageFigures"],
  "src/generated/behaviour-changes.ts": ["behaviourChanges"],
};

/** The generated files of `@nectar-sdk/migrate`, with notes. */
export interface WrittenMigration {
  readonly files: readonly GeneratedFile[];
  readonly notes: readonly string[];
}

/**
 * Writes what the migration package knows about the versions, and a guide for each version and each newer one: to `docs/migration`, and to
 * the package, whose command prints it.
 *
 * @throws {CodegenError} with every problem of `specs/behaviour-changes.yaml`
 */
export async function writeMigration(
  root: string,
  versions: readonly CheckedVersion[],
  write: boolean,
): Promise<WrittenMigration> {
  if (!existsSync(join(root, MIGRATE))) return { files: [], notes: [] };
  const text = (await readIfExists(join(root, "specs/behaviour-changes.yaml"))) ?? "changes: []";
  const parsed = parseBehaviourChanges(
    text,
    versions.map(({ version }) => version),
  );
  const { changes, notes } = matchBehaviourChanges(parsed, versions);
  const fields = emitVersionFields(versions);
  const note = "// Generated from specs by `pnpm codegen`. Do not edit.\n\n";
  const sources = guardFiles(
    new Map([
      ["src/runtime/version-fields.ts", note + fields.source],
      ["src/generated/behaviour-change.ts", note + (await emitBehaviourChange())],
      ["src/generated/behaviour-changes.ts", note + emitBehaviourChanges(changes)],
    ]),
    VALUES,
  );
  const guides = formatGuides(versions, changes);
  const files = [
    ...(await updateFolder(sources, { root, folder: MIGRATE, write, owned: ["src/generated"] })),
    ...(await updateFolder(inFolder("guides", guides), { root, folder: MIGRATE, write, owned: ["guides"] })),
    ...(await updateFolder(inFolder("migration", guides), { root, folder: "docs", write, owned: ["migration"] })),
  ];
  return { files, notes: [...fields.notes, ...notes] };
}

function inFolder(folder: string, files: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...files].map(([file, text]) => [`${folder}/${file}`, text]));
}

function formatGuides(versions: readonly CheckedVersion[], changes: readonly BehaviourChange[]): Map<string, string> {
  const pairs = versions.flatMap((from, index) => versions.slice(index + 1).map((to) => ({ from, to })));
  return new Map(
    pairs.map(({ from, to }) => {
      const [first, last] = [versions.indexOf(from), versions.indexOf(to)];
      const between = versions.slice(first + 1, last + 1).map(({ version }) => version);
      const guide = formatGuide({
        from: from.version,
        to: to.version,
        behaviour: changes.filter((change) => between.includes(change.to)),
        changes: diffNamed(from, to),
        nameOperation: nameOperations([to, from]),
      });
      return [`${from.version}-to-${to.version}.md`, guide] as const;
    }),
  );
}

/** The changes under public names, without types that only moved into their place. */
function diffNamed(from: CheckedVersion, to: CheckedVersion): Change[] {
  return diffDocuments(nameSchemas(from), nameSchemas(to)).filter(
    ({ kind, where }) => kind !== "component-removed" || !to.types.aliases.has(where.subject),
  );
}

/** The names of the first version that has one; an operation without a name keeps that of the document. */
function nameOperations(versions: readonly CheckedVersion[]): NameOperation {
  return (id) => {
    const name = versions.flatMap(({ names }) => names.get(id) ?? [])[0];
    return name === undefined ? id : formatCallName(name);
  };
}
