import { expect, test } from "vitest";
import { catchError, connectTo } from "../support/test-client.ts";

/** A response that lasts until the test releases it. */
function holdReply(): { readonly reply: Promise<Response>; readonly release: () => void } {
  let release = (): void => {};
  const reply = new Promise<Response>((resolve) => {
    release = () => resolve(Response.json([]));
  });
  return { reply, release };
}

test("a queued call that is aborted at the moment of its turn passes its place to the next", async () => {
  // At one of these moments, the place has been assigned but the call has not noticed yet.
  for (let moments = 0; moments < 60; moments += 1) {
    const { reply, release } = holdReply();
    const replies = [reply];
    const nectar = connectTo(async () => replies.pop() ?? Response.json([]), { maxConcurrency: 1 });
    const abort = new AbortController();
    const first = nectar.companies.list();
    const queued = nectar.companies.list({ signal: abort.signal }).catch((error: unknown) => error);
    release();
    for (let moment = 0; moment < moments; moment += 1) await undefined;
    abort.abort();
    await Promise.all([first, queued]);
    expect(await nectar.companies.list({ deadline: 5_000 })).toEqual([]);
  }
});

test("an aborted call ends at once and leaves the queue", async () => {
  const { reply, release } = holdReply();
  const replies = [reply];
  let requests = 0;
  const nectar = connectTo(
    async () => {
      requests += 1;
      return replies.pop() ?? Response.json([]);
    },
    { maxConcurrency: 1 },
  );
  const abort = new AbortController();
  const first = nectar.companies.list();
  const queued = nectar.companies.list({ signal: abort.signal });
  const last = nectar.companies.list();
  abort.abort();
  expect(await catchError(queued)).toMatchObject({ kind: "abort" });
  release();
  await Promise.all([first, last]);
  expect(requests).toBe(2);
});
