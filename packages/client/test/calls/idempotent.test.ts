import { expect, test, vi } from "vitest";
import { type LoopbackServer, sendJson, startServer } from "../support/loopback-server.ts";
import { connect } from "../support/test-client.ts";

const INVITATION = { id: "i1", status: "REVOKED" };

/** A server that executes the first request, and resets the connection instead of responding. */
function loseFirstReply(): Promise<LoopbackServer> {
  let arrived = 0;
  return startServer((_request, response) => {
    arrived += 1;
    if (arrived === 1) response.socket?.resetAndDestroy();
    else sendJson(response, INVITATION);
  });
}

test("an operation that the document calls idempotent is retried after a lost connection", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0);
  const server = await loseFirstReply();

  expect(await connect(server.url).invitations.revoke("i1")).toEqual(INVITATION);
  expect(server.requests.map(({ method, url }) => [method, url])).toEqual([
    ["POST", "/invitation/i1/revoke"],
    ["POST", "/invitation/i1/revoke"],
  ]);
});

test("a creation is not retried, since that might create two", async () => {
  const server = await loseFirstReply();

  await expect(connect(server.url).sites.create("c1", { name: "Wharf" })).rejects.toMatchObject({ kind: "connection" });
  expect(server.requests).toHaveLength(1);
});

test("a raw call of an idempotent operation is also retried", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0);
  const server = await loseFirstReply();

  const { data } = await connect(server.url).raw.POST("/invitation/{invitation_id}/revoke", {
    params: { path: { invitation_id: "i1" } },
  });

  expect(data).toEqual(INVITATION);
  expect(server.requests).toHaveLength(2);
});
