import { findSuccessContent } from "@nectar-sdk/openapi/document";
import type { Operation } from "../document/read-document.ts";

/**
 * Chooses the example of the requested page; `undefined` leaves the choice to Prism.
 *
 * Past the last page it chooses the last page again, like Nectar. Prism alone returns the same example for every page.
 */
export function choosePage(operation: Operation, query: URLSearchParams): string | undefined {
  const page = Number(query.get("page") ?? Number.NaN);
  if (operation.page === undefined || !Number.isInteger(page) || page < 1) return undefined;
  const names = [...(findSuccessContent(operation)?.examples.keys() ?? [])].filter((name) => /^page\d+$/.test(name));
  return names.length === 0 ? undefined : `page${Math.min(page, names.length)}`;
}

/** Counts the polls of each job: a job is pending twice and then completed. */
export class JobPolls {
  readonly #polls = new Map<string, number>();

  /** Name of the example for the next response. */
  next(job: string): "pending" | "completed" {
    const polls = (this.#polls.get(job) ?? 0) + 1;
    this.#polls.set(job, polls);
    return polls < 3 ? "pending" : "completed";
  }

  /** Restarts a submitted job: Prism gives every job the same id. */
  restart(job: string): void {
    this.#polls.delete(job);
  }

  clear(): void {
    this.#polls.clear();
  }
}
