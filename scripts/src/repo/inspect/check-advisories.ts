import { asObject, isObject, stringIn } from "@nectar-sdk/openapi/document";

/** An advisory that does not concern us until a date. */
export interface AdvisoryException {
  /** `GHSA-…` */
  readonly id: string;
  /** The last day on which it counts: `2027-01-31`. */
  readonly until: string;
}

/**
 * Reads the exceptions.
 *
 * @throws {Error} for an exception without a reason or a date
 */
export function readExceptions(value: unknown): AdvisoryException[] {
  const { exceptions = {} } = asObject(value, "advisories.yaml");
  return Object.entries(asObject(exceptions, "advisories.yaml: exceptions")).map(([id, entry]) => {
    const [until, why] = [stringIn(entry, "until") ?? "", stringIn(entry, "why") ?? ""];
    const isDate = /^\d{4}-\d{2}-\d{2}$/.test(until) && !Number.isNaN(Date.parse(until));
    if (!isDate || why.trim() === "") {
      throw new Error(`advisories.yaml: ${id} needs \`until\` with a date such as 2027-01-31, and \`why\``);
    }
    return { id, until };
  });
}

/**
 * Checks the output of `pnpm audit --json`. Returns a line for each advisory without an exception, or with one that has ended, and for each
 * exception without an advisory.
 *
 * @param today such as `2026-11-26`
 */
export function checkAdvisories(report: unknown, exceptions: readonly AdvisoryException[], today: string): string[] {
  const { advisories } = asObject(report, "pnpm audit");
  const found = Object.values(asObject(advisories ?? {}, "pnpm audit: advisories"))
    .filter(isObject)
    .map((advisory) => {
      const [id] = /GHSA(-\w{4}){3}/.exec(stringIn(advisory, "url") ?? "") ?? [];
      const name = stringIn(advisory, "module_name") ?? "a dependency";
      return { id: stringIn(advisory, "github_advisory_id") ?? id ?? "", name, text: describe(advisory) };
    });
  const problems = found.flatMap(({ id, name, text }) => {
    const exception = exceptions.find((candidate) => candidate.id === id);
    if (exception === undefined)
      return [`${name}: ${text} (${id}); update it, or explain it in tools/inspect/advisories.yaml`];
    return exception.until < today ? [`${name}: ${text} (${id}); its exception ended on ${exception.until}`] : [];
  });
  const unused = exceptions.filter(({ id }) => !found.some((advisory) => advisory.id === id));
  return [
    ...problems,
    ...unused.map(
      ({ id }) => `no dependency has the advisory ${id} any more; remove it from tools/inspect/advisories.yaml`,
    ),
  ];
}

function describe(advisory: unknown): string {
  return [stringIn(advisory, "severity"), stringIn(advisory, "title")].filter(Boolean).join(": ");
}
