import type { Target } from "../call/bound-operation.ts";
import { callOperation, type MethodArguments, readArguments } from "../call/call-operation.ts";
import type { Engine } from "../call/engine.ts";
import type { MakeList } from "../client/resources.ts";
import { NectarValidationError } from "../errors/nectar-validation-error.ts";
import { redactText } from "../response/redact.ts";
import { ListPaginator } from "./list-paginator.ts";

/** The method of a paginated list. */
export const makeList: MakeList =
  (engine, target) =>
  (...args) =>
    paginate(engine, target, readArguments(target, args));

/**
 * Pages through a list.
 *
 * @throws {NectarValidationError} for an operation that answers no pages
 */
export function paginate(engine: Engine, target: Target, { path, query, options }: MethodArguments): ListPaginator {
  const keys = target.definition.page;
  if (keys === undefined) throw new NectarValidationError(`${target.label} answers no pages; call it directly`, target);
  const source = {
    site: target,
    keys,
    from: Number(query["page"] ?? 1),
    fetch: (page: number, callOptions: object) =>
      callOperation(engine, target, { path, query: { ...query, page }, options: callOptions }),
    redact: (text: string) => redactText(text, engine.sent.keys),
  };
  return new ListPaginator(source, { ...options, deadline: options.deadline ?? engine.deadline });
}
