import type { ApiCall, PageKeys } from "../contract.ts";
import type { CallSite } from "../errors/nectar-error.ts";
import { UnexpectedContentError } from "../errors/unexpected-content-error.ts";

/** A page of a list, whatever its items are called. */
export interface ListPage {
  /** The page as the API answered it. */
  readonly data: unknown;
  readonly items: readonly unknown[];
  /** Number of items on all pages. */
  readonly total: number;
  readonly perPage: number;
  readonly totalPages: number;
  /** Number of the page that was answered, which is not always the one that was asked for. */
  readonly currentPage: number;
  readonly hasNext: boolean;
}

/**
 * Reads the page out of an answer. Numbers that are missing are taken as if this page were all there is.
 *
 * @param redact takes the API key out of what an error shows of the answer
 * @throws {UnexpectedContentError} where the array of items is missing
 */
export async function readPage(
  call: ApiCall<unknown>,
  number: number,
  keys: PageKeys,
  site: CallSite,
  redact: (text: string) => string = (text) => text,
): Promise<ListPage> {
  const { data, response } = await call.withResponse();
  const page: Readonly<Record<string, unknown>> = { ...Object(data) };
  const items: unknown = page[keys.items];
  if (!Array.isArray(items)) {
    const contentType = redact(response.headers.get("content-type") ?? "") || undefined;
    throw new UnexpectedContentError(
      `${site.label}: the page has no array \`${keys.items}\``,
      { status: response.status, contentType, preview: redact(Object.keys(page).join(", ")) },
      site,
    );
  }
  return {
    data,
    items,
    total: numberOr(page[keys.total], items.length),
    perPage: numberOr(page["perPage"], items.length),
    totalPages: numberOr(page["totalPages"], 1),
    currentPage: numberOr(page["currentPage"], number),
    hasNext: page["hasNext"] === true,
  };
}

function numberOr(value: unknown, fallback: number): number {
  return typeof value === "number" ? value : fallback;
}
