import type { Operation, Target } from "../call/bound-operation.ts";
import { callOperation, readArguments } from "../call/call-operation.ts";
import type { Engine } from "../call/engine.ts";

/** A resource method, typed by the API version and not here. */
export type Method = (...args: readonly unknown[]) => unknown;

/** The resources of an API version by name, each an object of methods. */
export type Resources = Record<string, object>;

/** Makes the method of a paginated list; without it a client has no such methods. */
export type MakeList = (engine: Engine, target: Target) => Method;

/** Every operation of the version as a method of its resource. */
export function buildResources(engine: Engine, operations: readonly Operation[], makeList?: MakeList): Resources {
  const resources: Record<string, Record<string, Method>> = {};
  for (const { resource, name, target } of operations) {
    const method: Method | undefined = target.definition.page
      ? makeList?.(engine, target)
      : (...args) => callOperation(engine, target, readArguments(target, args));
    if (method === undefined) continue;
    resources[resource] ??= {};
    resources[resource][name] = method;
  }
  return resources;
}
