import { expect, test } from "vitest";
import { SMALL_BODY, stubFetch } from "./bodies.ts";
import { callCost } from "./call-cost.ts";
import { loadBaseClient } from "./load-base-client.ts";

test("the client of another revision is bundled from its sources and answers calls", async () => {
  const { createNectarClient, v2_2 } = await loadBaseClient("HEAD");
  const nectar = createNectarClient(v2_2, { apiKey: "bench-key-1", fetch: stubFetch(SMALL_BODY) });

  expect(await nectar.documents.retrieve("abc")).toEqual(JSON.parse(SMALL_BODY));
});

test("a revision that does not exist is refused by its name", async () => {
  await expect(loadBaseClient("no-such-revision")).rejects.toThrow(
    "Unknown revision to compare with: no-such-revision",
  );
});

test("the cost of a call stands side by side before and after", async () => {
  const text = await callCost({ base: "HEAD", rounds: 1, runs: 2 });

  const figures = text.split("before (HEAD) and after (working tree)")[1];
  for (const row of [
    "small answer, before",
    "small answer, after",
    "page of 100 bills, before",
    "page of 100 bills, after",
  ]) {
    expect(figures).toMatch(new RegExp(`${row} +-?[\\d.]+ µs`));
  }
});
