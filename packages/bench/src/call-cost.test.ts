import { expect, test } from "vitest";
import { createStubFetch, SMALL_BODY } from "./bodies.ts";
import { measureCallCost } from "./call-cost.ts";
import { loadBaseClient } from "./load-base-client.ts";

test("the client of another revision is bundled from its sources and runs calls", async () => {
  const { createNectarClient, v2_2 } = await loadBaseClient("HEAD");
  const nectar = createNectarClient(v2_2, { apiKey: "bench-key-1", fetch: createStubFetch(SMALL_BODY) });

  expect(await nectar.documents.retrieve("abc")).toEqual(JSON.parse(SMALL_BODY));
});

test("an unknown revision is rejected by its name", async () => {
  await expect(loadBaseClient("no-such-revision")).rejects.toThrow(
    "Unknown revision to compare with: no-such-revision",
  );
});

test("the report compares the cost of a call before and after", async () => {
  const text = await measureCallCost({ base: "HEAD", rounds: 1, runs: 2 });

  const figures = text.split("before (HEAD) and after (working tree)")[1];
  for (const row of [
    "small response, before",
    "small response, after",
    "page of 100 bills, before",
    "page of 100 bills, after",
  ]) {
    expect(figures).toMatch(new RegExp(`${row} +-?[\\d.]+ µs`));
  }
});
