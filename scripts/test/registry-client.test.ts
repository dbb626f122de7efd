import { once } from "node:events";
import { createServer } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { openRegistry } from "../src/repo/release/registry-client.ts";

/** Starts a registry that responds to every request alike, and records the paths. */
async function serve(status: number, body: string) {
  const paths: string[] = [];
  const server = createServer((request, response) => {
    paths.push(request.url ?? "");
    response.writeHead(status, { "content-type": "application/json" }).end(body);
  }).listen(0, "127.0.0.1");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { url: `http://127.0.0.1:${address.port}/npm`, paths };
}

test("the versions of a package come with the integrity of their tarballs, from below the path of the registry", async () => {
  const versions = { "1.0.0": { dist: { integrity: "sha512-a" } }, "1.0.1": { dist: {} } };
  const { url, paths } = await serve(200, JSON.stringify({ versions }));

  expect(await openRegistry(url)("@scope/name")).toEqual(
    new Map([
      ["1.0.0", "sha512-a"],
      ["1.0.1", ""],
    ]),
  );
  expect(paths).toEqual(["/npm/@scope%2fname"]);
});

test("a package that was never published has no versions", async () => {
  const { url } = await serve(404, "{}");

  expect(await openRegistry(url)("@scope/name")).toEqual(new Map());
});

test.each([
  [500, "{}", "it responded 500"],
  [200, "<html>", "is not valid JSON"],
])("a registry that responds %i with %s is an error, not a package without versions", async (status, body, reason) => {
  const { url } = await serve(status, body);

  const reading = openRegistry(url)("@scope/name");

  await expect(reading).rejects.toThrow("the registry does not tell the versions of @scope/name");
  await expect(reading).rejects.toThrow(reason);
});
