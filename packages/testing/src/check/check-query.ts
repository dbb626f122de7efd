import { groupBy, suggest } from "@nectar-sdk/openapi/document";
import type { ApiDocument, Operation } from "../document/read-document.ts";
import { checkParameter } from "./check-parameter.ts";
import type { QueryPair } from "./split-url.ts";
import { createViolation, type Violation } from "./violation.ts";

/** Query parameters that control Prism. */
const PRISM_CONTROLS = new Set(["__code", "__dynamic", "__example", "__seed"]);

/** Parameter names that suggest an API key. */
const KEY_LIKE = /^(x[-_]?)?api[-_]?key$|^(auth|access)?[-_]?token$|^(key|authorization)$/i;

export function checkQuery(document: ApiDocument, operation: Operation, query: readonly QueryPair[]): Violation[] {
  const declared = new Map(
    operation.parameters.flatMap((entry) => (entry.in === "query" ? [[entry.name, entry]] : [])),
  );
  const sent = groupBy(query, ({ name }) => name);
  return [
    ...[...sent].flatMap(([name, pairs]) => {
      const parameter = declared.get(name);
      if (parameter === undefined) return reportUnknown(operation, name, [...declared.keys()]);
      const values = pairs.map(({ value }) => value);
      return checkParameter(document, parameter, values, pairs[0]?.items);
    }),
    ...[...declared.values()]
      .filter(({ name, required }) => required && !sent.has(name))
      .map(({ name }) =>
        createViolation("missing-parameter", `query.${name}`, `${name} is required: add it to the query`),
      ),
  ];
}

/** Whether the name of a query parameter suggests an API key. */
export function isKeyLike(name: string): boolean {
  return KEY_LIKE.test(name);
}

function reportUnknown(operation: Operation, name: string, known: readonly string[]): Violation[] {
  // `checkKeyInUrl` reports parameters that are named like a key.
  if (PRISM_CONTROLS.has(name) || isKeyLike(name)) return [];
  const at = `query.${name}`;
  const base = name.replace(/\[\w*\]$/, "");
  if (base !== name && known.includes(base))
    return [createViolation("wrong-array-style", at, `${name} is unknown: repeat ${base} for each value`)];
  const cure =
    suggest(name, known) || (known.length === 0 ? ", which takes none" : `, which accepts ${known.join(", ")}`);
  return [
    createViolation("unknown-query-parameter", at, `${name} is not a query parameter of ${operation.name}${cure}`),
  ];
}
