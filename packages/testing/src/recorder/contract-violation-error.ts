import type { Violation } from "../check/violation.ts";

/** Requests or answers that break the contract. The message is the report of them. */
export class ContractViolationError extends Error {
  override readonly name = "ContractViolationError";
  readonly violations: readonly Violation[];

  constructor(message: string, violations: readonly Violation[]) {
    super(message);
    this.violations = violations;
  }
}
