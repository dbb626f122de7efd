import { type ApiDescription, type ApiOperation, groupBy, toOperationKey } from "@nectar-sdk/openapi/document";
import type { Problem } from "../problem.ts";
import { type CallName, type CallNames, formatCallName } from "./call-name.ts";

/** A line of `resources.yaml`: the name of an operation. */
export interface NamedOperation {
  /** Method and path: `GET /document/company/{}`. */
  readonly key: string;
  /** The operationId, which finds the operation where its path has changed. */
  readonly id: string | undefined;
  readonly name: CallName;
  /** File and line. */
  readonly at: string;
}

/** The names of the operations of one document. */
export interface ResolvedNames {
  readonly names: CallNames;
  /** The lines that name an operation of the document. */
  readonly used: ReadonlySet<NamedOperation>;
  /** Lines whose path and id point at different operations. */
  readonly problems: readonly Problem[];
  /** Changed ids and moved operations. */
  readonly notes: readonly string[];
}

/** Finds the operation of each line: by method and path, then by id for the operations that are left. */
export function resolveNames({ operations }: ApiDescription, named: readonly NamedOperation[]): ResolvedNames {
  const byKey = groupBy(operations, readKey);
  const byId = groupBy(operations, ({ id }) => id);
  const matches = named.map((line) => {
    const sharing = byKey.get(line.key) ?? [];
    const atPath = sharing.find(({ id }) => id === line.id) ?? sharing[0];
    const [withId] = line.id === undefined ? [] : (byId.get(line.id) ?? []);
    return { line, atPath, withId };
  });
  const taken = new Set(matches.map(({ atPath }) => atPath));
  const found = matches.flatMap(({ line, atPath, withId }) => {
    const operation = atPath ?? (taken.has(withId) ? undefined : withId);
    return operation === undefined ? [] : [{ line, operation }];
  });
  return {
    names: new Map(
      found.flatMap(({ line, operation: { id } }) => (id === undefined ? [] : [[id, line.name] as const])),
    ),
    used: new Set(found.map(({ line }) => line)),
    problems: [
      ...listTwins(operations).map(({ operation, message, fix }) => ({ at: operation.pointer, message, fix })),
      ...matches.flatMap(({ line, atPath, withId }) => listContradiction(line, atPath, withId)),
    ],
    notes: found.flatMap(({ line, operation }) => describeDifference(line, operation)),
  };
}

function readKey({ method, path }: ApiOperation): string {
  return toOperationKey(method, path);
}

function formatRequest({ method, path }: ApiOperation): string {
  return `${method.toUpperCase()} ${path}`;
}

/** An operation that names cannot tell from an earlier one. */
export interface Twin {
  readonly operation: ApiOperation;
  readonly earlier: ApiOperation;
  readonly message: string;
  readonly fix: string;
}

/** Lists the operations whose paths differ from that of an earlier one only in parameter names, a version prefix or a trailing slash. */
export function listTwins(operations: readonly ApiOperation[]): Twin[] {
  return [...groupBy(operations, readKey).values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : others.map((operation) => describeTwin(operation, first)),
  );
}

function describeTwin(operation: ApiOperation, earlier: ApiOperation): Twin {
  const message = `resources.yaml cannot tell ${formatRequest(operation)} from ${formatRequest(earlier)}`;
  return { operation, earlier, message, fix: "remove one of the two by an overlay" };
}

function listContradiction(
  { id, name, at }: NamedOperation,
  atPath: ApiOperation | undefined,
  withId: ApiOperation | undefined,
): Problem[] {
  if (atPath === undefined || withId === undefined || atPath === withId) return [];
  const own = atPath.id === undefined ? "" : ` to ${atPath.id}`;
  return [
    {
      at,
      message: `${formatCallName(name)} is ${formatRequest(atPath)} by its path, but ${formatRequest(withId)} by its id ${id}`,
      fix: `correct the path, or change the id${own} if the path is right`,
    },
  ];
}

function describeDifference({ key, id, name, at }: NamedOperation, operation: ApiOperation): string[] {
  if (id === undefined || operation.id === undefined) return [];
  const call = formatCallName(name);
  if (readKey(operation) !== key) {
    return [`${at}: ${call} has moved from ${key} to ${formatRequest(operation)}; its id ${id} decides`];
  }
  if (operation.id === id) return [];
  return [`${at}: the id of ${call} has changed from ${id} to ${operation.id}; its path ${key} decides`];
}
