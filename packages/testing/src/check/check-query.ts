import { groupBy } from "@nectar-sdk/openapi/document";
import type { ApiDocument, Operation } from "../document/read-document.ts";
import { suggest } from "../shared/suggest.ts";
import { checkParameter } from "./check-parameter.ts";
import { createViolation, type Violation } from "./violation.ts";

/** What Prism takes from any query to be told what to answer. */
const PRISM_CONTROLS = new Set(["__code", "__dynamic", "__example", "__seed"]);

/** Names under which keys are put into URLs. */
const KEY_LIKE = /^(x[-_]?)?api[-_]?key$|^(auth|access)?[-_]?token$|^(key|authorization)$/i;

export function checkQuery(
  document: ApiDocument,
  operation: Operation,
  query: readonly (readonly [name: string, value: string])[],
): Violation[] {
  const declared = new Map(
    operation.parameters.flatMap((entry) => (entry.in === "query" ? [[entry.name, entry]] : [])),
  );
  const sent = groupBy(query, ([name]) => name);
  return [
    ...[...sent].flatMap(([name, pairs]) => {
      const parameter = declared.get(name);
      if (parameter === undefined) return reportUnknown(operation, name, [...declared.keys()]);
      const values = pairs.map(([, value]) => value);
      return checkParameter(document, parameter, values);
    }),
    ...[...declared.values()]
      .filter(({ name, required }) => required && !sent.has(name))
      .map(({ name }) =>
        createViolation("missing-parameter", `query.${name}`, `${name} is required: add it to the query`),
      ),
  ];
}

/** Whether a parameter of a query is named as if it held the key. */
export function isKeyLike(name: string): boolean {
  return KEY_LIKE.test(name);
}

function reportUnknown(operation: Operation, name: string, known: readonly string[]): Violation[] {
  // A parameter named like a key is reported by the check of the key.
  if (PRISM_CONTROLS.has(name) || isKeyLike(name)) return [];
  const at = `query.${name}`;
  const base = name.replace(/\[\w*\]$/, "");
  if (base !== name && known.includes(base))
    return [createViolation("wrong-array-style", at, `${name} is unknown: write ${base}, repeated for each value`)];
  const cure =
    suggest(name, known) || (known.length === 0 ? ", which takes none" : `, which knows ${known.join(", ")}`);
  return [createViolation("unknown-query-parameter", at, `${name} is no query parameter of ${operation.name}${cure}`)];
}
