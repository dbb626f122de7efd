import type { Engine } from "../call/engine.ts";
import { type Target, targetOf } from "../call/target.ts";
import { callOperation, readArguments } from "./call-operation.ts";

/** A resource method, typed by the API version and not here. */
export type Method = (...args: readonly unknown[]) => unknown;

/** The resources of an API version by name, each an object of methods. */
export type Resources = Record<string, object>;

/** Makes the method of a paginated list; without it a client has no such methods. */
export type MakeList = (engine: Engine, target: Target) => Method;

/** Every operation of the version as a method of its resource. */
export function buildResources(engine: Engine, makeList?: MakeList): Resources {
  const resources: Record<string, Record<string, Method>> = {};
  for (const [operation, definition] of Object.entries(engine.api.operations)) {
    const target = targetOf(engine.api, operation, definition);
    const method: Method | undefined = definition.page
      ? makeList?.(engine, target)
      : (...args) => callOperation(engine, target, readArguments(target, args));
    if (method) resources[definition.resource] = { ...resources[definition.resource], [definition.name]: method };
  }
  return resources;
}
