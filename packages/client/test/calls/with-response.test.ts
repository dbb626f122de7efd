import { EventEmitter, once } from "node:events";
import { describe, expect, test } from "vitest";
import { sendJson, startServer } from "../support/loopback-server.ts";
import { catchError, connect } from "../support/test-client.ts";

describe("withResponse", () => {
  test("withResponse returns data and response of the same request", async () => {
    const server = await startServer((_request, response) =>
      sendJson(response, { id: "d1" }, 200, { "x-served-by": "a" }),
    );
    const call = connect(server.url).documents.retrieve("d1");

    const { data, response } = await call.withResponse();

    expect(data).toEqual({ id: "d1" });
    expect([response.status, response.headers.get("x-served-by"), response.bodyUsed]).toEqual([200, "a", true]);
    expect(await call).toBe(data);
    expect((await call.withResponse()).response).toBe(response);
    expect(server.requests).toHaveLength(1);
  });

  test("withResponse throws the error of the call, which then needs no second handler", async () => {
    const server = await startServer((_request, response) => sendJson(response, { detail: "no" }, 404));
    const call = connect(server.url).documents.retrieve("d1");
    const error = await catchError(call.withResponse());
    expect(error).toMatchObject({ kind: "api", status: 404 });
    expect(await catchError(call)).toBe(error);
    expect(server.requests).toHaveLength(1);
  });

  test("withResponse works without content", async () => {
    const server = await startServer((_request, response) => response.writeHead(204).end());
    const { data, response } = await connect(server.url).sites.delete("s1").withResponse();
    expect([data, response.status]).toEqual([undefined, 204]);
  });
});

test("a call is sent at once, even if nothing awaits it", async () => {
  const requests = new EventEmitter();
  const server = await startServer((_request, response) => {
    sendJson(response, []);
    requests.emit("arrived");
  });
  const arrived = once(requests, "arrived");
  const call = connect(server.url).companies.list();
  await arrived;
  expect(await call).toEqual([]);
});
