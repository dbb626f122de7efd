// A typical user's program. runtimes.test.ts runs it in each runtime against the built package, with the key in the environment.
import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { exit } from "node:process";
import { v0_3 } from "@nectar-sdk/api-v0.3";
import { createNectarClient, isNectarError } from "@nectar-sdk/client";

const uploads = [];
const userAgents = new Set();

const server = createServer(async (request, response) => {
  userAgents.add(request.headers["user-agent"]);
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString("latin1");
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://server");
  response.setHeader("content-type", "application/json");
  if (pathname.startsWith("/document/company")) {
    const page = Math.min(2, Number(searchParams.get("page") ?? 1));
    const documents = [{ id: `a${page}` }, { id: `b${page}` }];
    response.end(JSON.stringify({ totalDocuments: 4, totalPages: 2, currentPage: page, hasNext: page < 2, documents }));
  } else if (pathname === "/site/moved") {
    response.writeHead(302, { location: "http://127.0.0.1:1/" }).end();
  } else if (pathname === "/site/gone") {
    response.writeHead(404).end(JSON.stringify({ detail: `no site for ${request.headers["x-api-key"]}` }));
  } else if (pathname !== "/site/slow") {
    if (request.method === "POST") uploads.push([/filename="([^"]*)"/.exec(body)?.[1], /%PDF-\S*/.exec(body)?.[0]]);
    response.end(JSON.stringify({ id: "j1", status: "COMPLETED" }));
  }
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));

const [file = ""] = process.argv.slice(2);
await writeFile(file, "%PDF-1.7");
const nectar = createNectarClient(v0_3, { baseUrl: `http://127.0.0.1:${server.address().port}`, maxRetries: 1 });

async function errorOf(call) {
  const error = await call.then(
    () => undefined,
    (reason) => reason,
  );
  return isNectarError(error) ? `${error.name}, ${error.attempts.length} attempts: ${error.message}` : String(error);
}

const warnings = [];
process.on("warning", ({ name }) => warnings.push(name));
const shared = new AbortController();
const many = Array.from({ length: 30 }, () => [
  nectar.sites.retrieve("s", { signal: shared.signal }),
  nectar.raw
    .GET("/site/{site_id}", { params: { path: { site_id: "s" } }, signal: shared.signal, parseAs: "stream" })
    .then(({ data }) => new Response(data).text()),
]);
const replies = await Promise.all(many.flat());

const results = {
  userAgents: [...userAgents],
  sharedSignal: [replies.length, warnings],
  list: (await nectar.documents.listByCompany("c").toArray()).map(({ id }) => id),
  notFound: await errorOf(nectar.sites.retrieve("gone")),
  redirect: await errorOf(nectar.sites.retrieve("moved")),
  timeout: await errorOf(nectar.sites.retrieve("slow", { timeout: 100 })),
  abort: await errorOf(nectar.sites.retrieve("slow", { signal: AbortSignal.timeout(50) })),
  validation: await errorOf(nectar.sites.retrieve("..")),
  path: (await nectar.jobs.submit("c", { document: { path: file } })).id,
  bytes: (await nectar.jobs.submit("c", { document: new TextEncoder().encode("%PDF-bytes") })).id,
  outcome: (await nectar.jobs.wait("j1")).status,
  raw: (await nectar.raw.GET("/document/{document_id}", { params: { path: { document_id: "d" } } })).data?.id,
  uploads,
};
console.log(JSON.stringify(results));
exit(0);
