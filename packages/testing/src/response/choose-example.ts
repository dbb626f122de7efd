import { findSuccessContent } from "@nectar-sdk/openapi/document";
import type { Operation } from "../document/read-document.ts";

/**
 * Name of the example that shows the page which was asked for, or `undefined` where Prism's own choice is right. Past the last page it is
 * the last page again, as Nectar answers it; Prism itself answers the same example whatever the page.
 */
export function choosePage(operation: Operation, query: URLSearchParams): string | undefined {
  const page = Number(query.get("page") ?? Number.NaN);
  if (operation.page === undefined || !Number.isInteger(page) || page < 1) return undefined;
  const names = [...(findSuccessContent(operation)?.examples.keys() ?? [])].filter((name) => /^page\d+$/.test(name));
  return names.length === 0 ? undefined : `page${Math.min(page, names.length)}`;
}

/** How often each job was asked for: by default, it is pending twice and then completed. */
export class JobPolls {
  readonly #polls = new Map<string, number>();

  /** Name of the example for the next answer. */
  next(job: string): "pending" | "completed" {
    const polls = (this.#polls.get(job) ?? 0) + 1;
    this.#polls.set(job, polls);
    return polls < 3 ? "pending" : "completed";
  }

  /** A job that was submitted begins anew: Prism gives every one of them the same id. */
  restart(job: string): void {
    this.#polls.delete(job);
  }

  clear(): void {
    this.#polls.clear();
  }
}
