import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readApi } from "@nectar-sdk/openapi/document";
import { loadVersion } from "../../codegen/load-version.ts";
import { parseResources } from "../../codegen/names/parse-resources.ts";
import { resolveNames } from "../../codegen/names/resolve-names.ts";
import { assignTypes } from "../../codegen/types/assign-types.ts";
import { parseTypes } from "../../codegen/types/parse-types.ts";
import { formatJson } from "../../shared/format-json.ts";
import { packageFolder, packageName } from "../../shared/version-names.ts";
import { readVersions } from "../../shared/versions.ts";
import type { NameSchema } from "./describe-change.ts";
import type { SpecChange } from "./describe-changes.ts";
import { findBaseline, resolveReference } from "./find-baseline.ts";
import type { Git } from "./git.ts";
import { describeApi, describeWebhooks, type Subject } from "./plan-changesets.ts";

/** The name of the package with the payloads of webhooks, of the newest version. */
const WEBHOOKS = {
  name: "@nectar-sdk/webhooks",
  folder: "packages/webhooks",
  output: "packages/webhooks/src/generated",
};

/** The package with guides and tables that are generated from all documents. */
const MIGRATE = {
  name: "@nectar-sdk/migrate",
  folder: "packages/migrate",
  output: [
    "packages/migrate/guides",
    "packages/migrate/src/generated",
    "packages/migrate/src/runtime/version-fields.ts",
  ],
};

/** The release of one package that the documents need. */
export interface PackageChange {
  readonly packageName: string;
  /** `undefined` for no change since the last release. */
  readonly change: SpecChange | undefined;
}

/**
 * Compares the documents with those of the last release of each package that is generated from them.
 *
 * @param since a commit to compare with, instead of each package's last release
 */
export async function listPackageChanges(root: string, git: Git, since: string | undefined): Promise<PackageChange[]> {
  const given = since === undefined ? undefined : await resolveReference(git, since);
  const specs = join(root, "specs");
  const resources = parseResources(await readFile(join(specs, "resources.yaml"), "utf8"));
  const types = parseTypes(resources);
  const changes: PackageChange[] = [];
  const versions = await readVersions(specs);
  for (const version of versions) {
    const { document } = await loadVersion(root, version);
    const api = readApi(document);
    const { names } = resolveNames(api, resources.operations);
    const { schemas } = assignTypes({ document, api, names }, types);
    const nameSchema: NameSchema = (schema) => schemas.get(schema) ?? schema;
    const folder = packageFolder(version);
    const after = formatJson(document);
    const own = { name: packageName(version), folder, output: `${folder}/src` };
    const targets = version === versions.at(-1) ? [own, WEBHOOKS] : [own];
    for (const target of targets) {
      const baseline = given ?? (await findBaseline(git, target.name, target.folder));
      const subject: Subject = {
        packageName: target.name,
        before: await git.readFile(baseline, `${folder}/openapi.json`),
        after,
        hasOtherOutput: await git.differs(baseline, target.output),
        nameSchema,
      };
      const change = target === WEBHOOKS ? describeWebhooks(subject) : describeApi(subject);
      changes.push({ packageName: target.name, change });
    }
  }
  const baseline = given ?? (await findBaseline(git, MIGRATE.name, MIGRATE.folder));
  changes.push({ packageName: MIGRATE.name, change: await describeData(git, baseline, MIGRATE.output) });
  return changes;
}

/** Describes what a package with generated data releases; `undefined` for nothing. */
async function describeData(git: Git, baseline: string, output: readonly string[]): Promise<SpecChange | undefined> {
  for (const path of output) {
    if (await git.differs(baseline, path))
      return { bump: "patch", lines: ["Guides and data follow the documents."], ids: [] };
  }
  return undefined;
}
