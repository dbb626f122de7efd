import { once } from "node:events";
import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";

/**
 * Starts a server that accepts bills and reports their jobs as completed.
 *
 * @param location URL to redirect uploads to, instead of accepting them
 */
export async function startServer(location) {
  const uploads = [];
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    if (request.method === "POST") uploads.push(await readUpload(request, body));
    if (request.method === "POST" && location !== undefined) {
      response.writeHead(307, { location }).end();
      return;
    }
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ id: "j1", status: request.method === "POST" ? "PENDING" : "COMPLETED" }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${server.address().port}`, uploads, close };
}

async function readUpload({ headers }, body) {
  const form = await new Response(body, { headers: { "content-type": headers["content-type"] } }).formData();
  const document = form.get("document");
  return { key: headers["x-api-key"], name: document.name, text: await document.text() };
}
