import { type ApiDescription, type JsonObject, readApi, toOperationKey } from "@nectar-sdk/openapi/document";
import { toJsonPath } from "@nectar-sdk/openapi/overlay";
import { stringify } from "yaml";
import { listUnsupported } from "../../../codegen/check/list-unsupported.ts";
import { deriveOperationId } from "../../../codegen/names/derive-call-name.ts";
import { unused } from "../../../codegen/names/identifier.ts";
import { listTwins } from "../../../codegen/names/resolve-names.ts";

/** Something of a document that is not supported, and is left out until a person decides otherwise. */
export interface LeftOut {
  readonly version: string;
  /** `GET /search` */
  readonly key: string;
  /** `query parameter "filter"`, `callbacks`, or `operation` for one that names cannot tell from another. */
  readonly part: string;
  readonly message: string;
  /** Whether the whole operation goes. */
  readonly isWhole: boolean;
  readonly path: readonly (string | number)[];
}

/** Path of the overlay below `specs`; it comes after those that may correct what is not supported. */
export function leftOutFile(version: string): string {
  return `overlays/90-left-out-${version}.yaml`;
}

/**
 * Lists what the generator would refuse in a legal document. Of two operations that names cannot tell apart, the one stays whose path the
 * last document had, else the first.
 */
export function listLeftOut(version: string, document: JsonObject, before: JsonObject): LeftOut[] {
  const api = readApi(document);
  const known = new Set(readApi(before).operations.map(({ path }) => path));
  const twins = listTwins(api.operations).map(({ operation, earlier, message }): LeftOut => {
    const isOurs = known.has(operation.path) && !known.has(earlier.path);
    const { method, path } = isOurs ? earlier : operation;
    const key = toOperationKey(method, path);
    return { version, key, part: "operation", message, isWhole: true, path: ["paths", path, method] };
  });
  const parts = listUnsupported(api).map(({ operation: { method, path }, ...rest }): LeftOut => {
    return { version, key: toOperationKey(method, path), isWhole: rest.path.length === 3, ...rest };
  });
  return [...twins, ...parts];
}

/**
 * Writes the overlay that removes what is left out, and gives operations without an id one.
 *
 * @returns undefined if the generator supports everything
 */
export function formatLeftOut(version: string, document: JsonObject, leftOut: readonly LeftOut[]): string | undefined {
  const whole = new Set(leftOut.filter(({ isWhole }) => isWhole).map(({ path }) => toJsonPath(path)));
  const parts = leftOut.filter(({ path, isWhole }) => !isWhole && !whole.has(toJsonPath(path.slice(0, 3))));
  const targets = parts.toSorted(compareIndices).map(({ path }) => toJsonPath(path));
  const removals = [...new Set([...targets, ...whole])].map((target) => ({ target, remove: true }));
  const actions = [...nameOperations(readApi(document)), ...removals];
  if (actions.length === 0) return undefined;
  const overlay = {
    overlay: "1.0.0",
    info: { title: `Unsupported parts of ${version}`, version: "1.0.0" },
    "x-applies-to": [version],
    actions,
  };
  const note = `# Parts of the document of ${version} that the generator does not support; specs/decisions.yaml gives the reasons. Written by \`pnpm specs:adopt\`.\n`;
  return note + stringify(overlay, { lineWidth: 0 });
}

/** A removed parameter changes the indices of those behind it, so the last one goes first. */
function compareIndices(a: LeftOut, b: LeftOut): number {
  return (Number(b.path.at(-1)) || 0) - (Number(a.path.at(-1)) || 0);
}

function nameOperations({ operations }: ApiDescription): object[] {
  const taken = new Set(operations.flatMap(({ id }) => id ?? []));
  return operations
    .filter(({ id }) => id === undefined)
    .map((operation) => {
      const operationId = unused(deriveOperationId(operation), taken);
      taken.add(operationId);
      return { target: toJsonPath(["paths", operation.path, operation.method]), update: { operationId } };
    });
}
