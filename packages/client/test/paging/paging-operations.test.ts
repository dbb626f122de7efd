import { apis } from "@nectar-sdk/versions";
import { describe, expect, test } from "vitest";
import {
  type ApiDefinition,
  createNectarClient,
  type OperationDefinition,
  type VersionTypes,
} from "../../src/index.ts";
import { toUrl } from "../support/paging-model.ts";
import { KEY } from "../support/test-client.ts";

const VERSIONS: readonly ApiDefinition<unknown>[] = apis;

/** The result of a method, of which only the table is known. */
function call(client: object, { resource, name, path }: OperationDefinition, ...rest: unknown[]): unknown {
  const methods: unknown = Reflect.get(client, resource);
  const method: unknown = typeof methods === "object" && methods !== null ? Reflect.get(methods, name) : undefined;
  if (typeof method !== "function") throw new Error(`missing method ${resource}.${name}`);
  return method(...Array.from(path.matchAll(/\{/g), () => "id"), ...rest);
}

function paginate(client: { readonly raw: object }, path: string, init: object): unknown {
  const method: unknown = Reflect.get(client.raw, "paginate");
  if (typeof method !== "function") throw new Error("missing raw.paginate");
  return method(path, init);
}

function isPaginator(value: unknown): value is AsyncIterable<unknown> & { total(): Promise<number> } {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value && "pages" in value;
}

async function collect(list: unknown): Promise<{ readonly items: unknown[]; readonly total: number }> {
  if (!isPaginator(list)) throw new Error("expected a paginator");
  const items: unknown[] = [];
  for await (const item of list) items.push(item);
  return { items, total: await list.total() };
}

/** Returns every list in pages of two items, under the requested keys. */
function serve(api: ApiDefinition<unknown>, keys: OperationDefinition["page"]) {
  const paths: string[] = [];
  // Without the types of the version: this test knows the methods only from the table.
  const { types, ...untyped } = api;
  const client = createNectarClient<VersionTypes>(untyped, {
    apiKey: KEY,
    fetch: async (input) => {
      const url = toUrl(input);
      paths.push(url.pathname);
      const currentPage = Number(url.searchParams.get("page"));
      // Other arrays must not be mistaken for the items, nor other numbers for the total.
      const decoys = { items: [{ id: "no" }], data: [{ id: "no" }], total: 77, count: 77 };
      const items = [{ id: `${currentPage}a` }, { id: `${currentPage}b` }];
      const page = { perPage: 2, totalPages: 3, currentPage, hasNext: currentPage < 3, hasPrevious: currentPage > 1 };
      return Response.json({ ...decoys, ...page, ...(keys && { [keys.total]: 6, [keys.items]: items }) });
    },
  });
  return { client, paths };
}

const ALL = ["1a", "1b", "2a", "2b", "3a", "3b"].map((id) => ({ id }));

describe.each(VERSIONS.map((api) => ({ version: api.version, api })))("$version", ({ api }) => {
  const operations = Object.values(api.operations);
  const lists = operations.filter(({ page }) => page !== undefined);
  const prefix = new URL(api.baseUrl).pathname;

  test("operations are paginated", () => {
    expect(lists).not.toEqual([]);
  });

  test.each(lists)("$resource.$name pages with its own keys", async (definition) => {
    const { client, paths } = serve(api, definition.page);
    expect(await collect(call(client, definition, {}, { concurrency: 2 }))).toEqual({ items: ALL, total: 6 });
    const path = prefix + definition.path.replaceAll(/\{[^}]+\}/g, "id");
    expect(new Set(paths)).toEqual(new Set([path]));
  });

  test.each(lists)("raw.paginate pages through GET $path", async (definition) => {
    const { client } = serve(api, definition.page);
    const names = Array.from(definition.path.matchAll(/\{([^}]+)\}/g), ([, name = ""]) => [name, "id"]);
    const init = { params: { path: Object.fromEntries(names) } };
    expect(await collect(paginate(client, definition.path, init))).toEqual({ items: ALL, total: 6 });
  });

  test("an operation without pages has no paginator, including plain arrays", async () => {
    const { client } = serve(api, undefined);
    const reads = operations.filter(({ method, page }) => method === "GET" && page === undefined);
    const names = reads.map(({ resource, name }) => `${resource}.${name}`);
    expect(names).toEqual(expect.arrayContaining(["companies.list", "sites.listByCompany"]));
    for (const definition of reads) {
      const result = call(client, definition);
      expect(isPaginator(result)).toBe(false);
      await result;
      expect(() => paginate(client, definition.path, {})).toThrow(
        `${definition.resource}.${definition.name}: not a paginated list; call the method directly`,
      );
    }
    expect(() => paginate(client, "/no/such/path", {})).toThrow("GET /no/such/path: not a paginated list");
  });
});
