import { apis } from "@nectar-sdk/versions";
import { describe, expect, test } from "vitest";
import {
  type ApiDefinition,
  createNectarClient,
  type OperationDefinition,
  type VersionTypes,
} from "../../src/index.ts";
import { type LoopbackServer, sendJson, startServer } from "../support/loopback-server.ts";
import { KEY } from "../support/test-client.ts";

const VERSIONS: readonly ApiDefinition<VersionTypes>[] = apis;

const BODY = { name: "Plant 1", documents: ["https://bills.example/1.pdf"] };
const PDF = new File(["%PDF-1.7 ..."], "bill.pdf", { type: "application/pdf" });
const QUERY = { dateType: "BILL_DATE", sites: ["a", "b"], identifier: "", isDeleted: false };

/** Arguments of an operation: a value for each path parameter, then the body and the query if it has them. */
function createArguments({ path, body, query }: OperationDefinition): unknown[] {
  const values = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => `${name} 1`);
  const bodies = body === undefined ? [] : [body === "multipart" ? { document: PDF, siteId: "site 1" } : BODY];
  return [...values, ...bodies, ...(query ? [QUERY] : [])];
}

/** Calls a method by its names in the operation table. */
async function call(client: object, { resource, name, page }: OperationDefinition, args: unknown[]): Promise<unknown> {
  const methods: unknown = Reflect.get(client, resource);
  const method: unknown = Object(methods)[name];
  if (typeof method !== "function") throw new Error(`missing method ${resource}.${name}`);
  const result: unknown = method(...args);
  return page ? Object(result).toArray() : result;
}

/** Starts a server that responds according to the operation table, so that only the request can be wrong. */
function serverFor({ response: kind, page }: OperationDefinition): Promise<LoopbackServer> {
  return startServer((_request, response) => {
    if (kind === "none") response.writeHead(204).end();
    else sendJson(response, page ? { [page.items]: [{ id: "1" }], [page.total]: 1, hasNext: false } : { id: "1" });
  });
}

/** The expected path and query of an operation. */
function expectedUrl({ path, query, commaLists, page }: OperationDefinition): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_match, name: string) => encodeURIComponent(`${name} 1`));
  const sites = commaLists?.includes("sites") ? "sites=a,b" : "sites=a&sites=b";
  const parts = query ? ["dateType=BILL_DATE", sites, "isDeleted=false", ...(page ? ["page=1"] : [])] : [];
  return parts.length === 0 ? filled : `${filled}?${parts.join("&")}`;
}

describe.each(VERSIONS)("in $version", (api) => {
  const operations = Object.entries(api.operations);
  const withParameters = operations.filter(([, { path }]) => path.includes("{"));

  test.each(operations)("%s sends one request according to the table", async (_operation, definition) => {
    const server = await serverFor(definition);
    const client = createNectarClient(api, { apiKey: KEY, baseUrl: `${server.url}/base` });

    const data = await call(client, definition, createArguments(definition));

    const [request, ...more] = server.requests;
    expect(more).toEqual([]);
    expect(request).toMatchObject({ method: definition.method, url: `/base${expectedUrl(definition)}` });
    expect(request?.headers).toMatchObject({ "x-api-key": KEY });
    const { "content-type": contentType = "none", accept } = request?.headers ?? {};
    expect(accept).toBe(definition.response === undefined ? "application/json" : "*/*");
    expect(contentType.split(";")[0]).toBe(
      { json: "application/json", multipart: "multipart/form-data", none: "none" }[String(definition.body ?? "none")],
    );
    const body = request?.body.toString("latin1") ?? "";
    if (definition.body === "json") expect(JSON.parse(body)).toEqual(BODY);
    else if (definition.body === "multipart") {
      expect(body).toMatch(
        /name="document"; filename="bill\.pdf"\r\nContent-Type: application\/pdf\r\n\r\n%PDF-1\.7 \.\.\./,
      );
      expect(body).toMatch(/name="siteId"\r\n\r\nsite 1\r\n/);
    } else expect(body).toBe("");

    expect(data).toEqual(definition.response === "none" ? undefined : definition.page ? [{ id: "1" }] : { id: "1" });
  });

  test("each operation has a method, and there are no others", () => {
    const client: object = createNectarClient(api, { apiKey: KEY });
    const extra = { jobs: ["submitMany", "wait", "poll"] };
    const methods = Object.entries(client).flatMap(([resource, value]) =>
      typeof value === "object" && resource !== "raw"
        ? Object.keys(value)
            .filter((name) => !(resource === "jobs" && extra.jobs.includes(name)))
            .map((name) => `${resource}.${name}`)
        : [],
    );
    expect(operations).not.toEqual([]);
    expect(methods.toSorted()).toEqual(operations.map(([, { resource, name }]) => `${resource}.${name}`).toSorted());
  });

  test.each(withParameters)(
    "%s rejects a path parameter that leads elsewhere, before sending",
    async (operation, definition) => {
      const names = Array.from(definition.path.matchAll(/\{(\w+)\}/g), ([, name]) => name);
      const server = await serverFor(definition);
      const client = createNectarClient(api, { apiKey: KEY, baseUrl: server.url });
      for (const [index, name] of names.entries()) {
        for (const bad of ["", ".", "..", "a/b", "a\\b", "%2e%2E", "a%2fb", "\n", undefined]) {
          const args = createArguments(definition).with(index, bad);
          await expect(call(client, definition, args)).rejects.toMatchObject({
            kind: "validation",
            operation,
            apiVersion: api.version,
            message: expect.stringContaining(
              `${definition.resource}.${definition.name}: path parameter "${name}" must be one path segment`,
            ),
          });
        }
      }
      expect(server.requests).toEqual([]);
    },
  );
});
