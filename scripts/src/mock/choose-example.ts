/** What decides which named example a mock server shall answer. */
export interface MockRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
}

/** How often each job was asked for; a job is pending at first. */
export type JobPolls = Map<string, number>;

const POLLS_UNTIL_COMPLETED = 3;

/**
 * Name of the example for a request, or `undefined` where the first one is right. Prism answers the same example whatever page is
 * asked for; this turns `?page=2` into `page2` and lets a job be pending before it is completed. A page past the last one is the
 * last page again, as Nectar does it (specs/README.md#last-page).
 */
export function chooseExample(request: MockRequest, lastPage: number, polls: JobPolls): string | undefined {
  const { pathname, searchParams } = new URL(request.url, "http://mock.invalid");
  const page = Number(searchParams.get("page") ?? Number.NaN);
  if (Number.isInteger(page) && page > 0) return `page${Math.min(page, lastPage)}`;
  const job = /^\/job\/([^/]+)$/.exec(pathname)?.[1];
  if (request.method !== "GET" || job === undefined) return undefined;
  const poll = (polls.get(job) ?? 0) + 1;
  polls.set(job, poll);
  return poll < POLLS_UNTIL_COMPLETED ? "pending" : "completed";
}
