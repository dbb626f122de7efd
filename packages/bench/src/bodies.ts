/** The body of a small response. */
export const SMALL_BODY: string = JSON.stringify({ id: "5de41ce2", billDate: "2026-03-04", totalCharges: "13403.19" });

/** The body of a page of a hundred bills, each with three usage entries. */
export const PAGE_BODY: string = JSON.stringify({
  totalDocuments: 100,
  perPage: 100,
  totalPages: 1,
  currentPage: 1,
  hasNext: false,
  hasPrevious: false,
  documents: Array.from({ length: 100 }, (_, index) => ({
    id: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
    utilityCompany: "Pacific Gas & Electric",
    billDate: "2026-03-04",
    totalCharges: "13403.19",
    usageData: Array.from({ length: 3 }, (__, entry) => ({
      id: `usage-${index}-${entry}`,
      startDate: "2026-02-03",
      endDate: "2026-03-03",
      usage: "39214",
      usageUnits: "kWh",
      charges: { delivery: "1201.55", supply: "2890.10", taxes: "88.00" },
    })),
  })),
});

/** Creates a `fetch` that responds immediately. */
export function createStubFetch(body: string): () => Promise<Response> {
  return async () => new Response(body, { headers: { "content-type": "application/json" } });
}
