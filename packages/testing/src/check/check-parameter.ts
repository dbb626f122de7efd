import type { ApiParameter } from "@nectar-sdk/openapi/document";
import { listSchemaParts } from "@nectar-sdk/openapi/schema";
import type { ApiDocument } from "../document/read-document.ts";
import { coerce, findItemSchema, listTypes } from "./coerce.ts";
import { createViolation, type Violation } from "./violation.ts";

/**
 * Checks the values of a parameter (at least one). Reports only the most serious problem, so that one mistake is one violation.
 *
 * @param items the items of a list that is one value with commas
 * @default the first value split at its commas
 */
export function checkParameter(
  document: ApiDocument,
  parameter: ApiParameter,
  values: readonly string[],
  items: readonly string[] = (values[0] ?? "").split(","),
): Violation[] {
  const { name, schema } = parameter;
  const at = `${parameter.in}.${name}`;
  const types = listTypes(document.json, schema);
  if (types.has("array")) return checkList(document, parameter, { values, items, at });
  if (values.length > 1) {
    const message = `${name} takes one value and was sent ${values.length} times: send it once`;
    return [createViolation("repeated-parameter", at, message)];
  }
  const [text = ""] = values;
  const problems = document.validate(schema, coerce(document.json, schema, text));
  if (problems.length === 0) return [];
  if (text === "") return [reportEmpty(name, at)];
  const what = [...new Set(problems.map(({ message }) => message))].join(" and ");
  return [createViolation("invalid-parameter", at, `${name} ${what}; got ${JSON.stringify(text)}`)];
}

interface SentList {
  readonly values: readonly string[];
  readonly items: readonly string[];
  readonly at: string;
}

function checkList(document: ApiDocument, parameter: ApiParameter, { values, items, at }: SentList): Violation[] {
  const { name, schema, isRepeated } = parameter;
  const itemSchema = findItemSchema(document.json, schema);
  const isConstrained = isCommaFree(document, itemSchema);
  const joined = values.find((value) => value.includes(","));
  if (isRepeated && joined !== undefined && isConstrained) {
    const cure = joined.split(",").map((value) => `${name}=${value}`);
    return [
      createViolation(
        "wrong-array-style",
        at,
        `${name} is sent as one comma-separated value: repeat it instead, ${cure.join("&")}`,
      ),
    ];
  }
  if (!isRepeated && values.length > 1) {
    const message = `${name} is repeated: send it once, with commas, ${name}=${values.join(",")}`;
    return [createViolation("wrong-array-style", at, message)];
  }
  const escaped = isRepeated || !isConstrained ? undefined : items.find((item) => item.includes(","));
  if (escaped !== undefined) {
    const cure = `${parameter.in === "query" ? `${name}=` : ""}${items.join(",")}`;
    const message = `${name} has %2C between its items: send plain commas, ${cure}`;
    return [createViolation("wrong-array-style", at, message)];
  }
  const texts = isRepeated ? values : items;
  const value = texts.map((text) => coerce(document.json, itemSchema, text));
  const problems = document.validate(schema, value);
  if (problems.length === 0) return [];
  if (texts.includes("")) return [reportEmpty(name, at)];
  const what = problems.map((problem) => {
    const index = Number(/^\/(\d+)/.exec(problem.at)?.[1]);
    return Number.isNaN(index) ? problem.message : `${problem.message}; got ${JSON.stringify(texts[index])}`;
  });
  return [createViolation("invalid-parameter", at, `${name} ${[...new Set(what)].join(" and ")}`)];
}

/** Whether an item cannot contain a comma; free text may. */
function isCommaFree(document: ApiDocument, items: ApiParameter["schema"]): boolean {
  const types = listTypes(document.json, items);
  const closed = ["enum", "x-extensible-enum", "format", "pattern"];
  return (
    (types.size > 0 && !types.has("string")) ||
    listSchemaParts(document.json, items).some((part) => closed.some((key) => key in part))
  );
}

function reportEmpty(name: string, at: string): Violation {
  return createViolation("empty-parameter", at, `${name} is empty: leave it out when it has no value`);
}
