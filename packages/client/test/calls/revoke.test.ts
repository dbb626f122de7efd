import { apis, newest } from "@nectar-sdk/versions";
import { describe, expect, test, vi } from "vitest";
import { type ApiDefinition, createNectarClient, type VersionTypes } from "../../src/index.ts";
import { type LoopbackServer, sendJson, startServer } from "../support/loopback-server.ts";

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

const optionsFor = ({ url }: LoopbackServer) => ({ apiKey: "key", baseUrl: url });

type NewestResources = NonNullable<(typeof newest)["types"]>["resources"];

/** Every version has these invitations. */
interface InvitationTypes extends VersionTypes {
  readonly resources: Pick<NewestResources, "invitations">;
}

const VERSIONS: readonly ApiDefinition<InvitationTypes>[] = apis;

describe.each(VERSIONS)("in $version", (api) => {
  const invitationsAt = (server: LoopbackServer) => createNectarClient(api, optionsFor(server)).invitations;

  test("revoking an invitation is retried after a lost connection, since it is idempotent", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0);
    const server = await loseFirstReply();

    expect(await invitationsAt(server).revoke("i1")).toEqual(INVITATION);
    expect(server.requests.map(({ method, url }) => [method, url])).toEqual([
      ["POST", "/invitation/i1/revoke"],
      ["POST", "/invitation/i1/revoke"],
    ]);
  });

  test("creating an invitation is not retried, since that might create two", async () => {
    const server = await loseFirstReply();

    await expect(invitationsAt(server).create("c1", {})).rejects.toMatchObject({ kind: "connection" });
    expect(server.requests).toHaveLength(1);
  });
});

test("a raw revocation is also retried", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0);
  const server = await loseFirstReply();
  const { raw } = createNectarClient(newest, optionsFor(server));

  const { data } = await raw.POST("/invitation/{invitation_id}/revoke", { params: { path: { invitation_id: "i1" } } });

  expect(data).toEqual(INVITATION);
  expect(server.requests).toHaveLength(2);
});
