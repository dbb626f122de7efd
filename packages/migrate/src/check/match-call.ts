import { toTemplateForm } from "@nectar-sdk/openapi/document";
import { findMembers } from "../changes/find-members.ts";
import { ts } from "../compiler.ts";
import type { LocatedBehaviourChange } from "../generated/behaviour-change.ts";
import type { ApiPackage } from "../project/api-package.ts";

/** A call of the API: by its resource method, or by its path as in `raw.GET("/site/{site_id}")`. */
export type ApiCall = { readonly method: string } | { readonly request: string };

/** Reads a node as a call of the API through types of a package, or by a path on a value that is `any`. */
export function readCall(node: ts.Node, api: ApiPackage, checker: ts.TypeChecker): ApiCall | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const { name } = node.expression;
  const folder = `${api.folder.replaceAll("\\", "/")}/`;
  const method = findMembers(name, checker).find((found) => found.getSourceFile().fileName.startsWith(folder));
  const operation = method === undefined ? undefined : readOperation(method, name.text, checker);
  return operation === undefined ? readRawCall(node, node.expression, checker) : { method: operation };
}

/** Whether a change is about a call. */
export function isConcerned({ operations, requests }: LocatedBehaviourChange, call: ApiCall): boolean {
  return "method" in call ? operations.includes(call.method) : requests.includes(call.request);
}

/** `usageData.listByCompany`: the interface of the method, found among the resources of its package. */
function readOperation(method: ts.Node, name: string, checker: ts.TypeChecker): string | undefined {
  const owner = method.parent;
  const module = checker.getSymbolAtLocation(method.getSourceFile());
  const resources = module === undefined ? undefined : checker.tryGetMemberInModuleExports("Resources", module);
  if (resources === undefined) return undefined;
  const resource = checker
    .getDeclaredTypeOfSymbol(resources)
    .getProperties()
    .find(
      (property) => checker.getTypeOfSymbol(property).symbol?.declarations?.some((found) => found === owner) === true,
    );
  return resource === undefined ? undefined : `${resource.name}.${name}`;
}

/** `raw.GET(path)`, `raw.paginate(path)` or `raw[path].GET()`. A plain string with the same text does not count. */
function readRawCall(
  call: ts.CallExpression,
  { expression, name }: ts.PropertyAccessExpression,
  checker: ts.TypeChecker,
): ApiCall | undefined {
  const isPaginate = name.text === "paginate";
  if (!isPaginate && !/^(?:GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE)$/.test(name.text)) return undefined;
  const isByPath = ts.isElementAccessExpression(expression);
  const path = isByPath ? expression.argumentExpression : call.arguments[0];
  if (path === undefined || !ts.isStringLiteralLike(path) || !path.text.startsWith("/")) return undefined;
  const receiver = checker.getTypeAtLocation(isByPath ? expression.expression : expression);
  const isAny = (receiver.flags & ts.TypeFlags.Any) !== 0;
  const isTyped = isByPath
    ? receiver.getProperty(path.text) !== undefined
    : isLiteral(checker.getContextualType(path), checker);
  return isAny || isTyped ? { request: `${isPaginate ? "GET" : name.text} ${toTemplateForm(path.text)}` } : undefined;
}

function isLiteral(type: ts.Type | undefined, checker: ts.TypeChecker): boolean {
  if (type === undefined) return false;
  const constraint = checker.getBaseConstraintOfType(type) ?? type;
  return constraint.isUnion() ? constraint.types.every((one) => one.isStringLiteral()) : constraint.isStringLiteral();
}
