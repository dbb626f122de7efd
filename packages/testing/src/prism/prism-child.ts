/**
 * Runs Prism in a process of its own: waits for an OpenAPI document on the IPC channel, serves it on a free loopback port, sends the URL
 * back, and ends when the channel closes. The channel closes however the parent ends, also when it is killed.
 */

import { once } from "node:events";
import { createLogger } from "@stoplight/prism-core";
import { getHttpOperationsFromSpec } from "@stoplight/prism-http";
import { createServer } from "@stoplight/prism-http-server";

process.once("disconnect", () => process.exit(0));
// Whoever started this process decides when it ends: Ctrl-C reaches the whole group, and the parent may still want an answer.
process.on("SIGINT", () => undefined);

const [document] = await once(process, "message");
const operations = await getHttpOperationsFromSpec(document);
if (operations.length === 0) throw new Error("the document has no operation");
const server = createServer(operations, {
  // The server in front says who may read an answer.
  cors: false,
  config: {
    isProxy: false,
    checkSecurity: true,
    validateRequest: true,
    validateResponse: true,
    // A violation of an answer is told in the header `sl-violations`, and the answer sent all the same.
    errors: false,
    upstreamProxy: undefined,
    mock: { dynamic: false },
  },
  components: { logger: createLogger("Prism", { level: "fatal" }) },
});
process.send?.(await server.listen(0, "127.0.0.1"));
