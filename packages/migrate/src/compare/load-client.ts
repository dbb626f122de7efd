import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { toPackageName, toValueName } from "../project/api-package.ts";
import { UsageError } from "../shared/usage-error.ts";
import type { List } from "./read-rows.ts";

const CLIENT = "@nectar-sdk/client";

/** The reads of the comparison with one version. */
export interface UsageReader {
  readonly listMeters: (companyId: string) => List;
  readonly listUsage: (meterId: string) => List;
}

/**
 * Creates a client for each version from the packages of a project. Requests other than reads are refused.
 *
 * @throws {UsageError} naming the packages that are not installed
 */
export async function loadReaders(versions: readonly string[], cwd: string, apiKey: string): Promise<UsageReader[]> {
  const names = [CLIENT, ...versions.map(toPackageName)];
  const require = createRequire(join(cwd, "package.json"));
  const files = names.map((name) => ({ name, file: resolveFile(require, name) }));
  const missing = files.filter(({ file }) => file === undefined).map(({ name }) => name);
  if (missing.length > 0) {
    throw new UsageError(`${missing.join(", ")} not found in this project: run npm install ${missing.join(" ")}`);
  }
  const modules = await Promise.all(files.map(({ file = "" }): Promise<unknown> => import(pathToFileURL(file).href)));
  const [client, ...apis] = modules;
  return versions.map((version, index) => {
    const api = readMember(apis[index], toValueName(version));
    const nectar = readMethod(client, "createNectarClient", CLIENT)(api, { apiKey, fetch: fetchReadOnly });
    const [meters, usage] = [readMember(nectar, "meters"), readMember(nectar, "usageData")];
    const [listMeters, listUsage] = [
      readMethod(meters, "listByCompany", `${version} meters`),
      readMethod(usage, "listByMeter", `${version} usageData`),
    ];
    return { listMeters: (id) => toList(listMeters(id)), listUsage: (id) => toList(listUsage(id)) };
  });
}

function resolveFile(require: NodeJS.Require, name: string): string | undefined {
  try {
    return require.resolve(name);
  } catch {
    return undefined;
  }
}

/** Sends requests that read, and refuses all others. */
async function fetchReadOnly(input: string | Request, init?: RequestInit): Promise<Response> {
  const method = init?.method ?? (typeof input === "string" ? "GET" : input.method);
  if (method.toUpperCase() !== "GET") throw new Error(`refused to send ${method}: the comparison only reads`);
  return fetch(input, init);
}

function readMember(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function readMethod(value: unknown, name: string, where: string): (...args: unknown[]) => unknown {
  const method = readMember(value, name);
  if (typeof method !== "function") throw new UsageError(`${where} has no ${name}: update the package`);
  return (...args) => Reflect.apply(method, value, args);
}

function toList(value: unknown): List {
  if (isList(value)) return value;
  throw new UsageError(`${CLIENT} returned no list: update the package`);
}

function isList(value: unknown): value is List {
  return typeof value === "object" && value !== null && (Symbol.asyncIterator in value || Symbol.iterator in value);
}
