import { v0_3 } from "@nectar-sdk/api-v0.3";
import { expect, test } from "vitest";
import { createCoreClient } from "../../src/core.ts";
import { sendJson, startServer } from "../support/loopback-server.ts";
import { KEY } from "../support/test-client.ts";

test("the core client has exactly the methods that make a single request", async () => {
  const server = await startServer((_request, response) => sendJson(response, { id: "d1" }));
  const nectar = createCoreClient(v0_3, { apiKey: KEY, baseUrl: server.url });

  expect(await nectar.documents.retrieve("d1")).toEqual({ id: "d1" });
  expect((await nectar.with({}).raw.GET("/company")).data).toEqual({ id: "d1" });

  const methods = Object.entries(nectar).flatMap(([resource, value]) =>
    typeof value === "object" && resource !== "raw" ? Object.keys(value).map((name) => `${resource}.${name}`) : [],
  );
  const expected = Object.values(v0_3.operations).filter(({ page }) => page === undefined);
  expect(methods.toSorted()).toEqual(expected.map(({ resource, name }) => `${resource}.${name}`).toSorted());
  expect(nectar.raw).not.toHaveProperty("paginate");
});
