import { countChanges, formatChanges } from "@nectar-sdk/openapi/diff";
import type { VersionPlan } from "./plan-version.ts";

/** What a pull would do to each version, change by change. */
export function reportPlanned(plans: readonly VersionPlan[]): string[] {
  const details = plans.flatMap((plan) => [
    lineOf(plan, "would be replaced by"),
    ...formatChanges(plan.changes).map((line) => `  ${line}`),
  ]);
  return [...details, ...nextStep(plans, "run `pnpm specs:pull` to take over")];
}

/** What a pull did to each version, in a line each. */
export function reportDone(plans: readonly VersionPlan[]): string[] {
  return [...plans.map((plan) => lineOf(plan, "replaced by")), ...nextStep(plans, "run `pnpm codegen` for")];
}

function lineOf({ version, source, isChange, changes }: VersionPlan, verb: string): string {
  if (!isChange) return `${version}: unchanged`;
  const what = changes.length === 0 ? "no change that a caller could notice" : countChanges(changes);
  return `${version}: ${verb} ${source}: ${what}`;
}

function nextStep(plans: readonly VersionPlan[], step: string): string[] {
  const changed = plans.filter(({ isChange }) => isChange).map(({ version }) => version);
  return changed.length === 0 ? [] : [`${step} ${changed.join(", ")}`];
}
