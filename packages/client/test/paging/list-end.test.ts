import { expect, test } from "vitest";
import { enough, readPageNumber } from "../support/paging-model.ts";
import { connectTo } from "../support/test-client.ts";

async function collectIds(items: AsyncIterable<{ readonly id: string }>): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of items) ids.push(id);
  return ids;
}

test("a list that always claims a next page costs one more request", async () => {
  for (const repliesLast of [true, false]) {
    const requested: number[] = [];
    const nectar = connectTo(async (input) => {
      const page = readPageNumber(input);
      requested.push(page);
      if (requested.length > 50) return enough();
      const ids = page <= 3 || repliesLast ? [`${Math.min(page, 3)}a`, `${Math.min(page, 3)}b`] : [];
      const numbers = { totalDocuments: 6, perPage: 2, totalPages: 3, currentPage: page, hasNext: true };
      return Response.json({ ...numbers, documents: ids.map((id) => ({ id })) });
    });
    const list = nectar.documents.listByCompany("c");
    expect(await collectIds(list)).toEqual(["1a", "1b", "2a", "2b", "3a", "3b"]);
    expect(requested).toEqual([1, 2, 3, 4]);
    expect(list.completeness).toMatchObject({ isComplete: true, reason: "clean" });
    requested.length = 0;
    const numbers: number[] = [];
    for await (const { currentPage } of list.pages()) numbers.push(currentPage);
    expect(numbers).toEqual([1, 2, 3]);
  }
});

test("a list that claims a next page without any numbers ends", async () => {
  for (const documents of [[], [{ id: "a" }], [{ name: "x" }]]) {
    const requested: number[] = [];
    const nectar = connectTo(async (input) => {
      requested.push(readPageNumber(input));
      return requested.length > 50 ? enough() : Response.json({ documents, hasNext: true });
    });
    await collectIds(nectar.documents.listByCompany("c"));
    expect(requested.length).toBeLessThanOrEqual(4);
  }
});

test.each([
  ["null", () => ({ totalDocuments: null, perPage: null, totalPages: null })],
  ["texts", () => ({ totalDocuments: "95", perPage: "10", totalPages: "10" })],
  ["missing", () => ({})],
  ["those of the page alone", (length: number) => ({ totalDocuments: length, perPage: 10, totalPages: 1 })],
])("a list with %s is read to its last page and not complete", async (_what, collectPages) => {
  const all = Array.from({ length: 95 }, (_, index) => `${index}`);
  for (const [concurrency, verify] of [
    [1, false],
    [4, false],
    [4, 3],
  ] as const) {
    const nectar = connectTo(async (input) => {
      const currentPage = readPageNumber(input);
      const ids = all.slice((currentPage - 1) * 10, currentPage * 10);
      const documents = ids.map((id) => ({ id }));
      return Response.json({ ...collectPages(ids.length), currentPage, hasNext: currentPage < 10, documents });
    });

    const list = nectar.documents.listByCompany("c", {}, { concurrency, verify });

    expect(await collectIds(list)).toEqual(all);
    expect(list.completeness).toMatchObject({ isComplete: false, unique: 95 });
  }
});
