import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import type { Logger } from "../../src/index.ts";
import { sendJson, startServer } from "../support/loopback-server.ts";
import { catchError, connect, connectTo, KEY } from "../support/test-client.ts";

type Line = readonly [level: string, message: string, details: object];

/** A logger that keeps its entries. */
function keeping(lines: Line[]): Logger {
  return {
    debug: (message, details) => lines.push(["debug", message, details]),
    warn: (message, details) => lines.push(["warn", message, details]),
  };
}

describe("the logger", () => {
  test("the logger gets each attempt and each wait for a retry", async () => {
    const statuses = [503, 200];
    const server = await startServer((_request, response) =>
      sendJson(response, {}, statuses.shift(), { "retry-after": "0" }),
    );
    const lines: Line[] = [];
    await connect(server.url, { logger: keeping(lines) }).documents.retrieve("d1");
    const details = { operation: "documents.retrieve", apiVersion: "v0.3", path: "/document/{document_id}" };
    expect(lines).toEqual([
      ["debug", "documents.retrieve: attempt 1", expect.objectContaining({ ...details, attempt: 1 })],
      [
        "warn",
        "documents.retrieve: next attempt in 0 ms",
        expect.objectContaining({ ...details, status: 503, wait: 0 }),
      ],
      ["debug", "documents.retrieve: attempt 2", expect.objectContaining({ ...details, attempt: 2 })],
    ]);
  });

  test("the logger gets the deprecation of an operation once, across all copies of a client", async () => {
    const lines: Line[] = [];
    const headers = { deprecation: "@1735689600", sunset: "Thu, 31 Dec 2026 23:59:59 GMT" };
    const nectar = connectTo(async () => Response.json({}, { headers }), { logger: keeping(lines) });
    await nectar.documents.retrieve("d1");
    await nectar.documents.retrieve("d2");
    await nectar.with({}).documents.retrieve("d3");
    await nectar.sites.retrieve("s1");
    expect(lines.filter(([level]) => level === "warn")).toEqual([
      ["warn", "documents.retrieve is deprecated", headers],
      ["warn", "sites.retrieve is deprecated", headers],
    ]);
  });

  test("the logger may be the console", () => {
    expect(() => connectTo(async () => Response.json({}), { logger: console })).not.toThrow();
  });

  test("the logger never gets the key, even if the server repeats it", async () => {
    const lines: Line[] = [];
    let status = 503;
    const nectar = connectTo(
      async (_input, init) => {
        const key = new Headers(init.headers).get("x-api-key") ?? "";
        const headers = { deprecation: key, sunset: key, "retry-after": "0", "x-echo": key };
        const response = new Response(JSON.stringify({ detail: key }), { status, statusText: key, headers });
        status = 200;
        return response;
      },
      { logger: keeping(lines) },
    );
    await nectar.documents.retrieve("d1");
    await catchError(
      nectar.with({ fetch: () => Promise.reject(new Error(KEY)), maxRetries: 1 }).sites.retrieve(KEY.slice(0, 5)),
    );
    expect(lines.map(([level]) => level)).toContain("warn");
    expect(inspect(lines, { depth: 10 })).not.toContain(KEY);
  });
});
