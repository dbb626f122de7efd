import {
  type ApiDescription,
  type ApiOperation,
  isMap,
  type JsonObject,
  pointerTo,
  walkObjects,
} from "@nectar-sdk/openapi/document";
import type { Problem } from "../problem.ts";
import { listUnsupported } from "./list-unsupported.ts";

/** Reports everything that neither the generator nor the client supports, so that nothing is dropped silently. */
export function checkSupported(api: ApiDescription): Problem[] {
  const { document, operations } = api;
  return [
    ...listUnsupported(api).map(({ operation: { label }, message, fix }) => ({ at: label, message, fix })),
    ...operations.flatMap(checkIdempotent),
    ...checkDynamicReferences(document),
    ...checkReadableNames(document),
  ];
}

function checkIdempotent(operation: ApiOperation): Problem[] {
  const value = operation.object["x-idempotent"];
  if (value === undefined || typeof value === "boolean") return [];
  const fix = "set it to true or false with an overlay";
  return [{ at: operation.label, message: `x-idempotent is ${JSON.stringify(value)}`, fix }];
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
