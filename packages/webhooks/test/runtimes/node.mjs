import { createServer } from "node:http";
import { toNodeHandler } from "@nectar-sdk/webhooks/node";
import { handler } from "./handler.mjs";

const server = createServer(toNodeHandler(handler));
server.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ port: server.address().port })));
