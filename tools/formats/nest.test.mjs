import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { createWebhookFixture, signTestWebhook } from "@nectar-sdk/webhooks/testing";
import { startServer } from "./src/loopback-server.mjs";
import { copyWithFault, FAULTS, ROOT } from "./src/packages.mjs";
import { NODES, run } from "./src/run.mjs";

const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const TSC = join(ROOT, "node_modules/typescript/bin/tsc");

/** Starts the compiled service; returns its address. */
async function startService(context, node) {
  const { url: SERVER } = await startServer(context);
  const env = { ...process.env, SERVER, SECRET, NODE_OPTIONS: "" };
  const child = spawn(node, [join(ROOT, "nest/out/main.js")], { env, stdio: ["ignore", "pipe", "inherit"] });
  const closed = once(child, "close");
  context.after(async () => {
    child.kill();
    await closed;
  });
  const [line] = await Promise.race([once(child.stdout, "data"), closed.then(() => ["the service ended"])]);
  return String(line).trim();
}

describe("a Nest service of CommonJS", () => {
  before(async () => {
    const { code, printed } = await run(process.execPath, [TSC, "-p", join(ROOT, "nest")]);
    assert.equal(code, 0, printed);
  });

  for (const [index, version] of ["20", "24"].entries()) {
    test(`lists bills, maps errors and verifies webhooks on Node ${version}`, async (context) => {
      const url = await startService(context, NODES[index]);
      const signed = signTestWebhook(createWebhookFixture("connection.created.v2"), SECRET);
      const deliver = (body) =>
        fetch(`${url}/webhooks`, {
          method: "POST",
          body,
          headers: { ...signed.headers, "content-type": "application/json" },
        });

      assert.deepEqual(await (await fetch(`${url}/bills`)).json(), ["d11", "d12", "d21", "d22", "d31", "d32"]);
      assert.equal((await fetch(`${url}/bills/missing`)).status, 404);
      assert.equal(await (await deliver(signed.body)).text(), "connection.created.v2");
      assert.equal((await deliver(`${signed.body} `)).status, 400);
    });
  }

  test("does not compile with an invalid declaration of CommonJS", async (context) => {
    const root = await copyWithFault(context, FAULTS.invalidTypes, "nest");

    const { code, printed } = await run(process.execPath, [TSC, "-p", join(root, "nest"), "--noEmit"]);

    assert.notEqual(code, 0);
    assert.match(printed, /api-v2\.2\/dist\/cjs\/index\.d\.ts\(\d+,\d+\): error TS2304/);
  });
});
