import { asObject, isArray, isObject } from "@nectar-sdk/openapi/document";
import satisfies from "spdx-satisfies";

/** The licences that dependencies may have. */
export interface LicenceRules {
  /** SPDX identifiers. */
  readonly allowed: readonly string[];
  /** Names of packages with another licence, which stand for their binaries (`name-linux-x64`), too. */
  readonly packages: readonly string[];
}

/**
 * Reads the rules.
 *
 * @throws {Error} for a package without a reason, and for a value of another form
 */
export function readLicenceRules(value: unknown): LicenceRules {
  const { allowed, packages = {} } = asObject(value, "licences.yaml");
  const isList = isArray(allowed) && allowed.length > 0 && allowed.every((name) => typeof name === "string");
  if (!isList) throw new Error("licences.yaml: `allowed` must be a list of SPDX identifiers");
  const entries = Object.entries(asObject(packages, "licences.yaml: packages"));
  const [unexplained] = entries.filter(([, reason]) => typeof reason !== "string" || reason.trim() === "");
  if (unexplained !== undefined) throw new Error(`licences.yaml: ${unexplained[0]} needs a reason`);
  return { allowed: allowed.map(String), packages: entries.map(([name]) => name) };
}

/** Checks the output of `pnpm licenses list --json`: packages by licence. Returns a line for each problem. */
export function checkLicences(report: unknown, { allowed, packages }: LicenceRules): string[] {
  const found = Object.entries(asObject(report, "pnpm licenses")).flatMap(([licence, list]) =>
    (isArray(list) ? list : []).map((entry) => ({ licence, name: String(isObject(entry) ? entry["name"] : entry) })),
  );
  if (found.length === 0) return ["pnpm licenses lists no package; run `pnpm install`"];
  const isListed = (name: string, key: string): boolean => name === key || name.startsWith(`${key}-`);
  const unused = packages.filter((key) => !found.some(({ name }) => isListed(name, key)));
  return [
    ...found
      .filter(({ name, licence }) => !isAllowed(licence, allowed) && !packages.some((key) => isListed(name, key)))
      .map(
        ({ name, licence }) =>
          `${name} has the licence ${licence}; replace it, or explain it in tools/inspect/licences.yaml`,
      ),
    ...unused.map((key) => `no dependency is called ${key} any more; remove it from tools/inspect/licences.yaml`),
  ];
}

function isAllowed(licence: string, allowed: readonly string[]): boolean {
  try {
    return satisfies(licence, [...allowed]);
  } catch {
    // Not an SPDX expression, such as `Unknown`.
    return false;
  }
}
