import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { groupBy, readApi } from "@nectar-sdk/openapi/document";
import { readVersions } from "../shared/versions.ts";
import { readLock, verifyLock } from "../specs/lock/spec-lock.ts";
import { readUpstream } from "../specs/overlay/effective-document.ts";
import { checkDocument } from "./check/check-document.ts";
import { checkUnusedNames } from "./check/check-names.ts";
import { checkOutside } from "./check/check-outside.ts";
import { checkReferences } from "./check/check-references.ts";
import { type LoadedVersion, loadVersion } from "./load-version.ts";
import type { CallNames } from "./names/call-name.ts";
import { listUnusedDescriptions, parseResources, type ResourceDocs } from "./names/parse-resources.ts";
import { type ResolvedNames, resolveNames } from "./names/resolve-names.ts";
import { CodegenError, type LintFinding, type Problem, within } from "./problem.ts";
import { type AssignedTypes, assignTypes } from "./types/assign-types.ts";
import { checkUnusedTypes } from "./types/check-types.ts";
import { parseTypes } from "./types/parse-types.ts";

/** Lints a document against a file of rules. */
export type Lint = (file: string, config: string) => Promise<readonly LintFinding[]>;

/** Called for each finding that is reported but does not stop the command. */
export type Warn = (problem: Problem) => void;

interface VersionNames {
  readonly version: string;
  readonly resolved: ResolvedNames;
}

const LOCK_FIX = "run `pnpm specs:pull` or `pnpm specs:build` again";

/** The parsed specs, after every check has passed. */
export interface CheckedSpecs {
  readonly docs: ResourceDocs;
  readonly versions: readonly CheckedVersion[];
  /** Changed ids and moved operations, each with the versions it concerns. */
  readonly notes: readonly string[];
}

/** A version with the names of its operations and types. */
export interface CheckedVersion extends LoadedVersion {
  readonly names: CallNames;
  readonly types: AssignedTypes;
}

/**
 * Loads and lints the original documents, then checks the documents with overlays applied for everything that the generator relies on.
 *
 * @throws {CodegenError} listing every problem
 */
export async function checkSpecs(
  root: string,
  versions: readonly string[],
  lint: Lint,
  warn: Warn = () => {},
): Promise<CheckedSpecs> {
  const specs = join(root, "specs");
  const resources = parseResources(await readFile(join(specs, "resources.yaml"), "utf8"));
  const types = parseTypes(resources);
  // This check comes first: the linter and the overlays already follow references, and a circular one crashes the linter.
  const upstream = await Promise.all(
    versions.map(async (version) => [version, await readUpstream(specs, version)] as const),
  );
  for (const check of [checkOutside, checkReferences]) {
    refuse(upstream.flatMap(([version, document]) => within(version, check(document))));
  }
  const mismatches = await verifyLock(specs, await readLock(specs), versions);
  const locked = mismatches.map(({ version, reason }) => ({ at: version, message: reason, fix: LOCK_FIX }));
  const loaded = await Promise.all(
    versions.map(async (version) => {
      const one = await loadVersion(root, version);
      return { ...one, resolved: resolveNames(readApi(one.document), resources.operations) };
    }),
  );
  const problems = await Promise.all(
    loaded.map(async ({ version, document, resolved }) => {
      const found = await lint(join(specs, version, "openapi.json"), join(specs, "redocly.yaml"));
      const warnings = found.filter(({ severity }) => severity === "warn");
      for (const warning of within(version, warnings)) warn(warning);
      const errors = found.filter(({ severity }) => severity === "error");
      return within(version, [...errors, ...checkDocument(document, resolved.names), ...resolved.problems]);
    }),
  );
  // A line may belong to a version that this run does not check.
  const isComplete = (await readVersions(specs)).every((version) => loaded.some((one) => one.version === version));
  const used = loaded.map(({ resolved }) => resolved.used);
  refuse([...locked, ...problems.flat(), ...(isComplete ? checkUnusedNames(resources.operations, used) : [])]);
  refuse(listUnusedDescriptions(resources));
  const checked = loaded.map(({ resolved: { names }, ...version }): CheckedVersion => {
    const { document } = version;
    return { ...version, names, types: assignTypes({ document, api: readApi(document), names }, types) };
  });
  if (isComplete) {
    refuse(
      checkUnusedTypes(
        types,
        checked.map((version) => version.types),
      ),
    );
  }
  return {
    docs: resources.docs,
    versions: checked,
    notes: mergeNotes(loaded),
  };
}

/** Joins the same note about several versions. */
function mergeNotes(loaded: readonly VersionNames[]): string[] {
  const notes = loaded.flatMap(({ version, resolved }) => resolved.notes.map((note) => ({ version, note })));
  return [...groupBy(notes, ({ note }) => note)].map(
    ([note, same]) => `${same.map(({ version }) => version).join(", ")} ${note}`,
  );
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new CodegenError(problems);
}
