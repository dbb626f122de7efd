import { Server } from "node:http";
import { pathToFileURL } from "node:url";
import { createWebhookFixture, signTestWebhook } from "@nectar-sdk/webhooks/testing";

// Runs an example of the README: delivers to its server or export, and prints the status of the response.
const [file = "", type = "", secret = ""] = process.argv.slice(2);

/** The possible exports of an example. */
interface Example {
  readonly POST?: (request: Request) => Promise<Response>;
  readonly default?: { fetch(request: Request, env: object, context: object): Response | Promise<Response> };
}

const signed = signTestWebhook(
  createWebhookFixture(asType(type), type === "document.created.v2" ? { jobId: "j1" } : {}),
  secret,
  // Like Nectar, whose document payloads have no name.
  { isNamed: false },
);
const listen = Server.prototype.listen;
const servers: Server[] = [];
Object.assign(Server.prototype, {
  listen(this: Server) {
    servers.push(this);
    return Reflect.apply(listen, this, [0, "127.0.0.1"]);
  },
});
Object.assign(globalThis, { redis: { send: async () => null } });

const example: Example = await import(pathToFileURL(file).href);
const request = signed.request("https://example.com/webhooks/nectar");
if (example.POST !== undefined) print(await example.POST(request));
if (example.default !== undefined) print(await example.default.fetch(request, { NECTAR_WEBHOOK_SECRET: secret }, {}));
for (const server of servers) {
  if (!server.listening) await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const { headers, body } = signed;
  print(await fetch(`http://127.0.0.1:${port}/webhooks/nectar`, { method: "POST", headers, body }));
  server.closeAllConnections();
  server.close();
}

function print({ status }: Response): void {
  console.log(`status ${status}`);
}

function asType(text: string): Parameters<typeof createWebhookFixture>[0] {
  const known = ["connection.created.v2", "document.created.v2", "document.deleted.v2"] as const;
  return known.find((one) => one === text) ?? "document.created.v2";
}
