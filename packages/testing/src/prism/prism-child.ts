/**
 * Runs Prism in its own process: receives an OpenAPI document over IPC, serves it on a free loopback port, and sends the URL back.
 * Exits when the channel closes, which happens even when the parent is killed.
 */

import { once } from "node:events";
import { createLogger } from "@stoplight/prism-core";
import { getHttpOperationsFromSpec } from "@stoplight/prism-http";
import { createServer } from "@stoplight/prism-http-server";

process.once("disconnect", () => process.exit(0));
// The parent decides when this process ends: Ctrl-C reaches the whole group, and the parent may still need a response.
process.on("SIGINT", () => undefined);

const [document] = await once(process, "message");
const operations = await getHttpOperationsFromSpec(document);
if (operations.length === 0) throw new Error("the document has no operations");
const server = createServer(operations, {
  // The mock server in front sets the CORS headers.
  cors: false,
  config: {
    isProxy: false,
    checkSecurity: true,
    validateRequest: true,
    validateResponse: true,
    // Reports violations of a response in the header `sl-violations` instead of failing.
    errors: false,
    upstreamProxy: undefined,
    mock: { dynamic: false },
  },
  components: { logger: createLogger("Prism", { level: "fatal" }) },
});
process.send?.(await server.listen(0, "127.0.0.1"));
