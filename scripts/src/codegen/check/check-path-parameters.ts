import { type ApiDescription, type ApiOperation, readPathParameters } from "@nectar-sdk/openapi/document";
import type { Problem } from "../problem.ts";

/** Checks that each parameter of a path template is declared, each declared one is in the template, and no parameter repeats. */
export function checkPathParameters({ operations }: ApiDescription): Problem[] {
  return operations.flatMap(checkOperation);
}

function checkOperation(operation: ApiOperation): Problem[] {
  const template = readPathParameters(operation.path);
  const declared = operation.parameters.filter((parameter) => parameter.in === "path");
  const problem = (message: string, fix: string): Problem => ({
    at: operation.label,
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
