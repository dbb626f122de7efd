import type { BoundOperation, ResourceOperation } from "../call/bound-operation.ts";
import { callOperation, readArguments } from "../call/call-operation.ts";
import type { Engine } from "../call/engine.ts";

/** A resource method; the API version types it. */
export type Method = (...args: readonly unknown[]) => unknown;

/** The resources of an API version by name, each an object of methods. */
export type Resources = Record<string, object>;

/** Creates the method of a paginated list; a client without it has no such methods. */
export type MakeList = (engine: Engine, operation: BoundOperation) => Method;

/** Builds the resources, with a method for every operation of the version. */
export function buildResources(
  engine: Engine,
  operations: readonly ResourceOperation[],
  makeList?: MakeList,
): Resources {
  const resources: Record<string, Record<string, Method>> = {};
  for (const operation of operations) {
    const { resource, name, page } = operation.definition;
    const method: Method | undefined = page
      ? makeList?.(engine, operation)
      : (...args) => callOperation(engine, operation, readArguments(operation, args));
    if (method === undefined) continue;
    resources[resource] ??= {};
    resources[resource][name] = method;
  }
  return resources;
}
