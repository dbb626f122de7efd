import type { ApiCall, PageKeys } from "../contract.ts";
import type { CallSite } from "../errors/nectar-error.ts";
import { UnexpectedContentError } from "../errors/unexpected-content-error.ts";

/** A page of any list. */
export interface ListPage {
  /** The page as the API returned it. */
  readonly data: unknown;
  readonly items: readonly unknown[];
  /** Number of items on all pages. */
  readonly total: number;
  readonly perPage: number;
  readonly totalPages: number;
  /** Number of the returned page, which may differ from the requested one. */
  readonly currentPage: number;
  readonly hasNext: boolean;
}

/**
 * Reads a page from a response. If numbers are missing, it assumes that the list has only this page.
 *
 * @param redact removes the API key from the parts of the response that an error shows
 * @throws {UnexpectedContentError} when the array of items is missing
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
      `an array \`${keys.items}\``,
      { status: response.status, contentType, preview: redact(Object.keys(page).join(", ")) },
      site,
    );
  }
  return {
    data,
    items,
    total: readNumber(page[keys.total], items.length),
    perPage: readNumber(page["perPage"], items.length),
    totalPages: readNumber(page["totalPages"], 1),
    currentPage: readNumber(page["currentPage"], number),
    hasNext: page["hasNext"] === true,
  };
}

function readNumber(value: unknown, fallback: number): number {
  return typeof value === "number" ? value : fallback;
}
