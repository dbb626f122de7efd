import { once } from "node:events";
import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";

const PAGES = 3;

/** Starts a server for one test. It has three pages of documents and jobs for uploads only. */
export async function startServer(context) {
  const uploads = [];
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, "http://localhost");
    const body = await buffer(request);
    const [status, answer] = route(request, body, pathname, Number(searchParams.get("page") ?? 1), uploads);
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(await answer));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  context.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${server.address().port}`, uploads };
}

function route(request, body, pathname, page, uploads) {
  if (request.headers["x-api-key"] !== "formats-key-1") return [401, { detail: "no key" }];
  if (pathname === "/document/company/c") return [200, toPage(page)];
  if (pathname === "/job/company/c") return [200, readUpload(request, body, uploads)];
  return [404, { detail: "not here" }];
}

function toPage(page) {
  const documents = [1, 2].map((number) => ({ id: `d${page}${number}` }));
  return { documents, currentPage: page, totalPages: PAGES, totalDocuments: 2 * PAGES, hasNext: page < PAGES };
}

async function readUpload({ headers }, body, uploads) {
  const form = await new Response(body, { headers: { "content-type": headers["content-type"] } }).formData();
  uploads.push(await form.get("document").text());
  return { id: "j1", status: "PENDING" };
}
