import type { Json, JsonObject } from "@nectar-sdk/openapi/document";
import type { Operation } from "../document/read-document.ts";

/** A requested page of a list. */
export interface PageRequest {
  /** Requested page number, from 1. */
  readonly page: number;
  readonly perPage: number;
  /** Number of items of all pages. */
  readonly total: number;
  /** Whether a page past the end is the last page again, like Nectar, or empty. */
  readonly clamp: boolean;
}

/** Position of a page in the whole list. */
export interface PagePlace {
  readonly currentPage: number;
  readonly totalPages: number;
  readonly start: number;
  readonly end: number;
}

/** Locates a page in its list. An empty list has one page. */
export function locatePage({ page, perPage, total, clamp }: PageRequest): PagePlace {
  const totalPages = Math.max(1, Math.ceil(total / perPage));
  const currentPage = clamp ? Math.min(page, totalPages) : page;
  const start = Math.min(total, (currentPage - 1) * perPage);
  return { currentPage, totalPages, start, end: Math.min(total, start + perPage) };
}

/** Creates the envelope of a Nectar list; only the names of items and total differ between lists. */
export function createPage(
  page: NonNullable<Operation["page"]>,
  { perPage, total }: PageRequest,
  { currentPage, totalPages }: PagePlace,
  items: readonly Json[],
): JsonObject {
  return {
    [page.total]: total,
    perPage,
    totalPages,
    currentPage,
    hasNext: currentPage < totalPages,
    hasPrevious: currentPage > 1,
    [page.items]: items,
  };
}

/** Reads the requested page number; 1 when it is missing or invalid. */
export function readPageNumber(query: URLSearchParams): number {
  const page = Number(query.get("page") ?? 1);
  return Number.isInteger(page) && page > 1 ? page : 1;
}
