import type { Json, JsonObject } from "@nectar-sdk/openapi/document";
import type { Operation } from "../document/read-document.ts";

/** Which part of a list is shown as a page. */
export interface PageRequest {
  /** As asked for, from 1. */
  readonly page: number;
  readonly perPage: number;
  /** Number of items on all pages. */
  readonly total: number;
  /** Whether a page past the end is the last one again, as Nectar does it; empty otherwise. */
  readonly clamp: boolean;
}

/** A page and where its items stand in the whole list. */
export interface PagePlace {
  readonly currentPage: number;
  readonly totalPages: number;
  readonly start: number;
  readonly end: number;
}

/** Where a page stands. An empty list has one page. */
export function locatePage({ page, perPage, total, clamp }: PageRequest): PagePlace {
  const totalPages = Math.max(1, Math.ceil(total / perPage));
  const currentPage = clamp ? Math.min(page, totalPages) : page;
  const start = Math.min(total, (currentPage - 1) * perPage);
  return { currentPage, totalPages, start, end: Math.min(total, start + perPage) };
}

/** The page as Nectar's lists answer it: the same envelope everywhere, but for the names of items and total. */
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

/** The page that a request asks for; the first one where it names none, or one before the first. */
export function readPageNumber(query: URLSearchParams): number {
  const page = Number(query.get("page") ?? 1);
  return Number.isInteger(page) && page > 1 ? page : 1;
}
