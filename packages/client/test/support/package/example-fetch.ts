import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Fetch } from "../../../src/index.ts";

/** The parts of an OpenAPI document that are read here. */
interface ExampleDocument {
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly examples?: Examples };
}

interface Operation {
  readonly responses: Readonly<Record<string, Reply>>;
}

interface Reply {
  readonly content?: Readonly<Record<string, { readonly examples?: Examples }>>;
}

type Examples = Readonly<Record<string, { readonly value?: unknown; readonly $ref?: string }>>;

/**
 * A `fetch` that returns the examples of the API versions: the requested page, and a job that is pending at first. Anything
 * outside the documents is a 404.
 */
export async function exampleFetch(versions: readonly string[]): Promise<Fetch> {
  const documents = await Promise.all(versions.map(readDocument));
  const looks = new Map<string, number>();
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const method = input instanceof Request ? input.method : (init.method ?? "GET");
    const examples = documents.flatMap((document) => find(document, method.toLowerCase(), url) ?? [])[0];
    if (examples === undefined)
      return Response.json({ detail: `no example for ${method} ${url.pathname}` }, { status: 404 });
    const { status, values } = examples;
    if (values === undefined) return new Response(null, { status });
    const look = (looks.get(url.pathname) ?? 0) + 1;
    looks.set(url.pathname, look);
    const page = Number(url.searchParams.get("page") ?? 1);
    const example = values[`page${page}`] ?? values[look < 2 ? "pending" : "completed"] ?? Object.values(values)[0];
    const shared = examples.shared[example?.$ref?.split("/").at(-1) ?? ""];
    return Response.json(example?.value ?? shared?.value, { status });
  };
}

async function readDocument(version: string): Promise<ExampleDocument> {
  const path = fileURLToPath(import.meta.resolve(`@nectar-sdk/api-${version}/openapi.json`));
  return JSON.parse(await readFile(path, "utf8"));
}

function find({ servers, paths, components }: ExampleDocument, method: string, url: URL) {
  const base = servers[0]?.url ?? "";
  const path = Object.keys(paths)
    // `/usage/company/{id}` precedes `/usage/{id}/…`: literal segments come first.
    .toSorted((a, b) => literals(b) - literals(a))
    .find((template) =>
      new RegExp(`^${new URL(base).pathname}${template.replaceAll(/\{[^}]+\}/g, "[^/]+")}$`).test(url.pathname),
    );
  const operation = path === undefined ? undefined : paths[path]?.[method];
  const success = Object.entries(operation?.responses ?? {}).find(([status]) => status.startsWith("2"));
  if (success === undefined) return undefined;
  const [status, reply] = success;
  const values = reply.content?.["application/json"]?.examples;
  return { status: Number(status), values, shared: components.examples ?? {} };
}

function literals(template: string): number {
  return template.split("/").filter((segment) => !segment.startsWith("{")).length;
}
