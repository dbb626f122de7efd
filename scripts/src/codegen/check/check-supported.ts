import {
  type ApiDescription,
  type ApiOperation,
  type ApiParameter,
  isArray,
  isMap,
  type JsonObject,
  objectIn,
  pointerTo,
  readTypes,
  resolve,
  walkObjects,
} from "@nectar-sdk/openapi/document";
import type { Problem } from "../problem.ts";

/** Reports everything that neither the generator nor the client supports, so that nothing is dropped silently. */
export function checkSupported({ document, operations }: ApiDescription): Problem[] {
  return [
    ...operations.flatMap((operation) => checkOperation(document, operation)),
    ...checkPathItemServers(document),
    ...checkDynamicReferences(document),
    ...checkReadableNames(document),
  ];
}

function checkOperation(document: JsonObject, operation: ApiOperation): Problem[] {
  const problem = (message: string, fix: string): Problem => ({ at: operation.label, message, fix });
  const parameters = operation.parameters.flatMap((parameter) => {
    const reason = explainUnsupported(document, parameter);
    if (reason === undefined) return [];
    const fix = reason.fix ?? "change or remove it with an overlay";
    return [problem(`${parameter.in} parameter "${parameter.name}" ${reason.message}`, fix)];
  });
  const servers = operation.object["servers"] === undefined ? [] : [problem("it has its own servers", SERVERS_FIX)];
  const callbacks =
    operation.object["callbacks"] === undefined
      ? []
      : [
          problem(
            "it has callbacks, for which no types are generated",
            "move them to `webhooks` or remove them with an overlay",
          ),
        ];
  return [...parameters, ...servers, ...callbacks, ...checkIdempotent(operation)];
}

function checkIdempotent(operation: ApiOperation): Problem[] {
  const value = operation.object["x-idempotent"];
  if (value === undefined || typeof value === "boolean") return [];
  const fix = "set it to true or false with an overlay";
  return [{ at: operation.label, message: `x-idempotent is ${JSON.stringify(value)}`, fix }];
}

const SERVERS_FIX = "remove them with an overlay: a client sends its key to one server only";

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

function checkPathItemServers(document: JsonObject): Problem[] {
  return Object.entries(objectIn(document, "paths"))
    .filter(([, item]) => isArray(resolve(document, item)["servers"]))
    .map(([path]) => ({ at: path, message: "it has its own servers", fix: SERVERS_FIX }));
}

function checkDynamicReferences(document: JsonObject): Problem[] {
  return [...walkObjects(document)]
    .filter(({ object }) => object["$dynamicRef"] !== undefined)
    .map(({ pointer }) => ({ at: pointer, message: "uses $dynamicRef", fix: "write a plain $ref with an overlay" }));
}

/** Names of inherited object methods, which openapi-typescript's reader mistakes for its own data. */
const UNREADABLE = new Set([
  ...["hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "toLocaleString", "valueOf"],
  ...["__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__"],
]);

function checkReadableNames(document: JsonObject): Problem[] {
  const places = [...walkObjects(document)].flatMap(({ pointer, object }) =>
    Object.entries(object).flatMap(([key, value]) => {
      const names = isMap(key, value) ? Object.keys(value).filter((name) => UNREADABLE.has(name)) : [];
      return names.map((name) => pointerTo(pointerTo(pointer, key), name));
    }),
  );
  return places.map((at) => ({
    at,
    message: "openapi-typescript cannot read a document with this name",
    fix: "rename or remove it with an overlay",
  }));
}
