import type { JsonObject } from "@nectar-sdk/openapi/document";
import { type FoundOperation, listOperations, nameOf } from "@nectar-sdk/openapi/document";
import type { Problem } from "../problem.ts";

/** The parameters in a path template, in their order. */
export function templateParameters(path: string): string[] {
  return [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name);
}

/** Every parameter of a path template is declared, every declared path parameter is in the template, none twice. */
export function checkPathParameters(document: JsonObject): Problem[] {
  return listOperations(document).flatMap(checkOperation);
}

function checkOperation(operation: FoundOperation): Problem[] {
  const template = templateParameters(operation.path);
  const declared = operation.parameters.filter((parameter) => parameter.in === "path");
  const problem = (message: string, fix: string): Problem => ({
    at: nameOf(operation),
    message: `${message} (${operation.pointer})`,
    fix,
  });
  return [
    ...template
      .filter((name, index) => template.indexOf(name) !== index)
      .map((name) => problem(`path parameter "${name}" is twice in ${operation.path}`, "rename one of them")),
    ...template
      .filter((name) => !declared.some((parameter) => parameter.name === name))
      .map((name) =>
        problem(`path parameter "${name}" is not declared`, `add \`{ name: ${name}, in: path, required: true }\``),
      ),
    ...declared
      .filter(({ name }) => !template.includes(name))
      .map(({ name }) =>
        problem(`path parameter "${name}" is not in ${operation.path}`, "remove it or correct the path"),
      ),
  ];
}
