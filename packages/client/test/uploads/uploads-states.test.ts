import { describe, expect, test } from "vitest";
import type { BatchManifest } from "../../src/index.ts";
import { startServer } from "../support/loopback-server.ts";
import { connect, connectTo } from "../support/test-client.ts";
import {
  accepted,
  bill,
  createJobs,
  type Jobs,
  type Reply,
  runBatch,
  stored,
  uploads,
} from "../support/uploads/run-batch.ts";

/** Responses after which the file may have arrived. */
const LOST: readonly (readonly [what: string, reply: Reply])[] = [
  ["a connection that breaks", () => Promise.reject(new TypeError("fetch failed"))],
  ["no response in time", () => new Promise(() => {})],
  ["408", () => new Response(null, { status: 408 })],
  ["500", () => new Response(null, { status: 500 })],
  ["503 with Retry-After", () => new Response(null, { status: 503, headers: { "retry-after": "0" } })],
  ["a redirect", () => new Response(null, { status: 307, headers: { location: "/" } })],
  ["HTML", () => new Response("<html>", { status: 201, headers: { "content-type": "text/html" } })],
  ["JSON that breaks off", () => new Response('{"id":', { status: 201 })],
  ["no content", () => new Response(null, { status: 204 })],
  ["no id", () => Response.json({ status: "PENDING" }, { status: 201 })],
  ["an empty id", () => Response.json({ id: "" }, { status: 201 })],
  ["an id that is a number", () => Response.json({ id: 7 }, { status: 201 })],
  ["null", () => Response.json(null, { status: 201 })],
];

describe.each(LOST)("after %s", (_, reply) => {
  const jobs = (): Jobs => createJobs([reply, accepted], { timeout: 50 });

  test("the file is uncertain, and no later run sends it automatically", async () => {
    const client = jobs();

    const first = await runBatch(client, [bill("a.pdf")]);
    const again = await runBatch(client, [bill("a.pdf")], { resumeFrom: first.manifest });

    expect(first).toMatchObject({ statuses: ["uncertain"], error: undefined });
    expect(first.outcomes[0]?.error).toMatchObject({ name: expect.stringMatching(/Error$/) });
    expect(again.outcomes).toEqual([{ key: "a.pdf", index: 0, status: "uncertain" }]);
    expect(uploads()).toBe(1);
  });

  test("the file is sent again with resubmit", async () => {
    const client = jobs();
    const { manifest } = await runBatch(client, [bill("a.pdf")]);

    const again = await runBatch(client, [bill("a.pdf"), bill("a.pdf")], {
      resumeFrom: manifest,
      resubmit: "uncertain",
    });

    expect(again.statuses).toEqual(["completed", "completed"]);
    expect(uploads()).toBe(2);
  });
});

test("a file that was being sent when the process died is uncertain", async () => {
  let atDeath: BatchManifest | undefined;
  await runBatch(createJobs(), [bill("a.pdf")], {
    save: (manifest) => {
      atDeath ??= stored(manifest);
    },
  });

  const { statuses } = await runBatch(createJobs(), [bill("a.pdf")], { resumeFrom: atDeath });

  expect(atDeath?.files).toMatchObject([{ status: "sending" }]);
  expect(statuses).toEqual(["uncertain"]);
  expect(uploads()).toBe(1);
});

test("an uncertain file that is rejected when sent again stays uncertain, since it may have arrived before", async () => {
  const lost: Reply = () => new Response(null, { status: 502 });
  const refused: Reply = () => Response.json({ detail: "no" }, { status: 403 });
  const { manifest } = await runBatch(createJobs([lost]), [bill("a.pdf")]);

  const again = await runBatch(createJobs([refused]), [bill("a.pdf")], {
    resumeFrom: manifest,
    resubmit: ["uncertain"],
  });
  const third = await runBatch(createJobs(), [bill("a.pdf")], { resumeFrom: again.manifest });

  expect(again.outcomes).toMatchObject([{ status: "uncertain", error: { status: 403 } }]);
  expect(third.statuses).toEqual(["uncertain"]);
  expect(uploads()).toBe(2);
});

test.each([400, 401, 403, 404, 409, 413, 422, 429])(
  "a file rejected with %d is sent again by a later run",
  async (status) => {
    const refused: Reply = () => Response.json({ detail: "no" }, { status });
    const first = await runBatch(createJobs([refused], { maxRetries: 0 }), [bill("a.pdf")]);

    const again = await runBatch(createJobs(), [bill("a.pdf")], { resumeFrom: first.manifest });

    expect(first.outcomes).toMatchObject([{ status: "rejected", error: { status } }]);
    expect(again.statuses).toEqual(["completed"]);
    expect(again.manifest.files).toMatchObject([{ status: "completed" }]);
    expect(uploads()).toBe(2);
  },
);

describe("errors of hooks and callers do not decide whether a file has arrived", () => {
  test("a hook that throws after the response leaves the file uncertain, regardless of the error", async () => {
    const { jobs } = connectTo(async () => accepted(), {
      hooks: {
        onResponse: async () => {
          // An error of this package, from another refused call.
          await connectTo(async () => Response.json({}, { status: 404 })).sites.retrieve("s");
        },
      },
    });
    expect((await runBatch(jobs, [bill("a.pdf")])).outcomes).toMatchObject([
      { status: "uncertain", error: { status: 404 } },
    ]);
  });

  test("a hook that throws before the request leaves the file rejected", async () => {
    const onRequest = (): never => {
      throw new Error("not today");
    };
    const { statuses } = await runBatch(createJobs([accepted], { hooks: { onRequest } }), [bill("a.pdf")]);
    expect([statuses, uploads()]).toEqual([["rejected"], 0]);
  });

  test("an abort while a file is sent leaves it uncertain, and one before sending leaves it rejected", async () => {
    const abort = new AbortController();
    const hanging: Reply = () => {
      setImmediate(() => abort.abort("enough"));
      return new Promise(() => {});
    };
    const files = [bill("0.pdf"), bill("1.pdf"), bill("2.pdf")];

    const { outcomes, error, manifest } = await runBatch(createJobs([hanging], { maxConcurrency: 1 }), files, {
      concurrency: 2,
      signal: abort.signal,
    });

    expect(error).toMatchObject({ kind: "abort", cause: "enough" });
    // The runtime decides which of the two is read and sent first.
    expect(outcomes.map(({ key }) => key).toSorted()).toEqual(["0.pdf", "1.pdf"]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["rejected", "uncertain"]);
    expect(manifest.files.map(({ status }) => status).toSorted()).toEqual(["rejected", "uncertain"]);
  });
});

test("a server that closes the connection while a large file is sent leaves it uncertain", async () => {
  const server = await startServer((_, response) => response.destroy());
  const { jobs } = connect(server.url);
  const { statuses } = await runBatch(jobs, [bill("a.pdf", "x".repeat(5_000_000))]);
  expect(statuses).toEqual(["uncertain"]);
});
