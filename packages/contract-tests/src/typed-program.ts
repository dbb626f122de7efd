import { findSuccess, isObject, type Json } from "@nectar-sdk/openapi/document";
import type { ApiDocument, Operation } from "@nectar-sdk/testing/document";
import { type CallRequest, listCallRequests } from "./call-request.ts";
import { isCallable } from "./no-example.ts";

/**
 * Writes a program that calls every operation with the arguments of the matrix, and assigns every example of the document to its type: the
 * results of resource methods and raw calls, and the bodies of errors. The test compiles it and does not run it.
 *
 * @param version version that provides the types
 */
export function emitTypedProgram(version: string, document: ApiDocument): string {
  const value = version.replace(".", "_");
  const head = [
    `import { type ApiTypes, ${value} } from "@nectar-sdk/api-${version}";`,
    'import { createNectarClient } from "@nectar-sdk/client";',
    "",
    `const nectar = createNectarClient(${value});`,
    "type Data<T> = T extends { page(number: number): infer Call } ? Awaited<Call> : Awaited<T>;",
    "type RawData<T> = T extends { data?: infer D } ? D : never;",
    "const bytes = new Blob([]);",
  ];
  return [
    ...head,
    ...[...document.operations.values()].map((operation) => emitOperation(document, operation)),
    "",
  ].join("\n");
}

function emitOperation(document: ApiDocument, operation: Operation): string {
  if (!isCallable(operation)) return "";
  const { name } = operation;
  const id = name.replace(".", "_");
  const [plain, ...others] = listCallRequests(document, operation);
  const [, success] = findSuccess(operation) ?? [];
  const examples = [...(success?.content.values() ?? [])].flatMap((content) => [...content.examples.values()]);
  const call = (request: CallRequest): string => `nectar.${name}(${emitArguments(operation, request).join(", ")})`;
  const lines = [
    "",
    `export const ${id} = () => ${call(plain)};`,
    `export const ${id}_others = () => [${others.map(call).join(", ")}];`,
    `export const ${id}_raw = () => ${emitRawCall(operation, plain)};`,
  ];
  if (examples.length > 0) {
    const list = examples.map(literal).join(", ");
    lines.push(`export const ${id}_data: Data<ReturnType<typeof ${id}>>[] = [${list}];`);
    lines.push(`export const ${id}_raw_data: RawData<Awaited<ReturnType<typeof ${id}_raw>>>[] = ${id}_data;`);
  }
  for (const [status, { content }] of operation.responses) {
    if (status.startsWith("2")) continue;
    const bodies = [...content.values()].flatMap((media) => [...media.examples.values()]).map(literal);
    lines.push(`export const ${id}_${status}: ApiTypes["errors"]["${name}"][${status}][] = [${bodies.join(", ")}];`);
  }
  return lines.join("\n");
}

function emitArguments(operation: Operation, { path, query, body }: CallRequest): string[] {
  const args = Object.values(path).map(literal);
  if (operation.body !== undefined) args.push(emitBody(operation, body));
  if (operation.parameters.some((parameter) => parameter.in === "query")) args.push(literal(query));
  return args;
}

function emitRawCall(operation: Operation, { path, query, body }: CallRequest): string {
  const params = Object.entries({ path, query }).filter(([, values]) => Object.keys(values).length > 0);
  const init = params.length > 0 ? [`params: ${literal(Object.fromEntries(params))}`] : [];
  if (operation.body !== undefined) init.push(`body: ${emitBody(operation, body)}`);
  return `nectar.raw.${operation.method}(${[literal(operation.path), ...(init.length > 0 ? [`{ ${init.join(", ")} }`] : [])].join(", ")})`;
}

function emitBody(operation: Operation, body: Json | undefined): string {
  if (operation.body?.content.has("application/json") === true || !isObject(body)) return literal(body ?? null);
  return `{ ...${literal({ ...body, document: null })}, document: bytes }`;
}

function literal(value: Json): string {
  return JSON.stringify(value);
}
