import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { errors, expected } from "./programs/use.cjs";
import { startServer } from "./src/loopback-server.mjs";
import { copyWithFault, FAULTS, ROOT } from "./src/packages.mjs";
import { NODES, run } from "./src/run.mjs";

/** Runs a program with its own server, and returns the lines that it printed. */
async function runProgram(context, node, name, root = ROOT) {
  const server = await startServer(context);
  const { code, printed } = await run(node, [
    join(root, "programs", name),
    server.url,
    join(ROOT, "programs/bill.pdf"),
  ]);
  return { code, printed, uploads: server.uploads.length };
}

for (const [index, version] of ["20", "24"].entries()) {
  describe(`on Node ${version}`, () => {
    const node = NODES[index];

    for (const name of ["commonjs.cjs", "modules.mjs"]) {
      test(`${name} lists, uploads a file, catches errors and verifies webhooks`, async (context) => {
        const { code, printed, uploads } = await runProgram(context, node, name);

        assert.equal(code, 0, printed);
        assert.deepEqual(JSON.parse(printed), { used: expected, errors });
        assert.equal(uploads, 1);
      });
    }

    test("both copies side by side recognise each other's errors, with guards and instanceof", async (context) => {
      const { code, printed } = await runProgram(context, node, "both.mjs");

      assert.equal(code, 0, printed);
      const { areTwo, judgements, used } = JSON.parse(printed);
      assert.equal(areTwo, true);
      assert.deepEqual(judgements, Array(4).fill(Array(6).fill(true)));
      assert.deepEqual(used, expected);
    });

    test("fails with a package of ES modules only", async (context) => {
      const root = await copyWithFault(context, FAULTS.esmOnly, "programs");

      const { code, printed } = await runProgram(context, node, "commonjs.cjs", root);

      assert.notEqual(code, 0);
      assert.match(printed, /ERR_PACKAGE_PATH_NOT_EXPORTED/);
    });
  });
}
