import { expect, test } from "vitest";
import { createApiCall } from "../call/create-api-call.ts";
import { type ListPage, readPage } from "./read-page.ts";

const SITE = { operation: "meters.listBySite", apiVersion: "v2.2" };
const KEYS = { items: "meters", total: "totalMeters" };

function read(data: unknown, number = 1): Promise<ListPage> {
  const response = new Response(null, { headers: { "content-type": "application/json" } });
  return readPage(createApiCall(Promise.resolve({ data, response })), number, KEYS, SITE);
}

test("a page is read by the keys of its list", async () => {
  const data = { totalMeters: 7, perPage: 3, totalPages: 3, currentPage: 2, hasNext: true, meters: [{ id: "m" }] };
  expect(await read(data, 2)).toEqual({
    data,
    items: [{ id: "m" }],
    total: 7,
    perPage: 3,
    totalPages: 3,
    currentPage: 2,
    hasNext: true,
  });
});

test("missing or invalid numbers are read as if the page were the only one", async () => {
  for (const rest of [{}, { totalMeters: "7", perPage: null, totalPages: [], currentPage: "2", hasNext: "true" }])
    expect(await read({ ...rest, meters: [1, 2] }, 4)).toMatchObject({
      total: 2,
      perPage: 2,
      totalPages: 1,
      currentPage: 4,
      hasNext: false,
    });
});

test.each([undefined, null, "<html>", 7, [], {}, { meters: {} }, { documents: [] }])(
  "a page without an array of items is unexpected content: %j",
  async (data) => {
    await expect(read(data)).rejects.toMatchObject({
      kind: "unexpected-content",
      message: "meters.listBySite: expected an array `meters`, got 200 with application/json",
      operation: "meters.listBySite",
      apiVersion: "v2.2",
      status: 200,
      contentType: "application/json",
    });
  },
);
