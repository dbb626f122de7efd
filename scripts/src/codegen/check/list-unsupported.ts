import {
  type ApiDescription,
  type ApiOperation,
  type ApiParameter,
  arrayIn,
  isArray,
  type JsonObject,
  readTypes,
  resolve,
} from "@nectar-sdk/openapi/document";
import { locate } from "@nectar-sdk/openapi/overlay";

/** A part of a legal document that neither the generator nor the client supports. */
export interface Unsupported {
  readonly operation: ApiOperation;
  /** `query parameter "filter"`, `servers` or `callbacks`. */
  readonly part: string;
  readonly message: string;
  /** How a person can correct it. */
  readonly fix: string;
  /** The least that can be left out, so that everything else works as documented. */
  readonly path: readonly (string | number)[];
}

/** Lists everything in the operations of a document that would otherwise be dropped without a word. */
export function listUnsupported({ document, operations }: ApiDescription): Unsupported[] {
  return operations.flatMap((operation) => [
    ...listParameters(document, operation),
    ...listServers(operation),
    ...listCallbacks(operation),
  ]);
}

function listParameters(document: JsonObject, operation: ApiOperation): Unsupported[] {
  return operation.parameters.flatMap((parameter): Unsupported[] => {
    const reason = explainUnsupported(document, parameter);
    if (reason === undefined) return [];
    const part = `${parameter.in} parameter "${parameter.name}"`;
    const { message, fix = "change or remove it with an overlay" } = reason;
    // A request without a required parameter would fail, or mean something else.
    const path = parameter.required ? pathOf(operation) : findParameter(document, operation, parameter);
    return [{ operation, part, message: `${part} ${message}`, fix, path }];
  });
}

function listServers(operation: ApiOperation): Unsupported[] {
  const isOwn = operation.object["servers"] !== undefined || isArray(operation.pathItem["servers"]);
  if (!isOwn) return [];
  const fix = "remove them with an overlay: a client sends its key to one server only";
  return [{ operation, part: "servers", message: "it has its own servers", fix, path: pathOf(operation) }];
}

function listCallbacks(operation: ApiOperation): Unsupported[] {
  if (operation.object["callbacks"] === undefined) return [];
  const message = "it has callbacks, for which no types are generated";
  const fix = "move them to `webhooks` or remove them with an overlay";
  return [{ operation, part: "callbacks", message, fix, path: [...pathOf(operation), "callbacks"] }];
}

function pathOf({ path, method }: ApiOperation): string[] {
  return ["paths", path, method];
}

/**
 * The place of a parameter in its operation or path item; its component, if it has one, may serve others. Without the parameter of an
 * operation, the one of its path that it replaces would apply: then it is the operation's place.
 */
function findParameter(document: JsonObject, operation: ApiOperation, parameter: ApiParameter): (string | number)[] {
  const places = [pathOf(operation), ["paths", operation.path]].flatMap((place) => {
    const { path, object } = locate(document, place);
    return arrayIn(object, "parameters").flatMap((node, index) => {
      const own = resolve(document, node);
      const isSame = own["in"] === parameter.in && own["name"] === parameter.name;
      return isSame ? [[...path, "parameters", index]] : [];
    });
  });
  const [only, ...others] = places;
  return only === undefined || others.length > 0 ? pathOf(operation) : only;
}

/** Explains why a client could not send a parameter the way the document requires. */
function explainUnsupported(
  document: JsonObject,
  parameter: ApiParameter,
): { readonly message: string; readonly fix?: string } | undefined {
  const { style, content } = parameter.object;
  if (parameter.in === "cookie") return { message: "is a cookie, which a client in a browser cannot set" };
  if (content !== undefined) return { message: "is described by `content`, not by `schema`" };
  const types = readTypes(resolve(document, parameter.schema));
  if (parameter.in === "path") {
    const isPlain = !types.includes("array") && !types.includes("object") && (style ?? "simple") === "simple";
    return isPlain ? undefined : { message: "is not a plain value in the path" };
  }
  if (parameter.in !== "query") return undefined;
  if (types.includes("object")) return { message: "is an object, which a client cannot send in a query" };
  if ((style ?? "form") === "form") return undefined;
  return { message: `has style ${JSON.stringify(style)}, which a client cannot send`, fix: STYLE_FIX };
}

const STYLE_FIX = 'set `style` to "form", or remove the parameter, with an overlay';
