import type { BoundOperation } from "../call/bound-operation.ts";
import { callOperation, type MethodArguments } from "../call/call-operation.ts";
import type { Engine } from "../call/engine.ts";
import { NectarValidationError } from "../errors/nectar-validation-error.ts";
import { redactText } from "../response/redact.ts";
import { ListPaginator } from "./list-paginator.ts";

/**
 * Pages through a list.
 *
 * @throws {NectarValidationError} when the operation is not a paginated list
 */
export function paginate(
  engine: Engine,
  operation: BoundOperation,
  { path, query, options }: MethodArguments,
): ListPaginator {
  const keys = operation.definition.page;
  if (keys === undefined) throw new NectarValidationError("not a paginated list; call the method directly", operation);
  const source = {
    site: operation,
    keys,
    from: Number(query["page"] ?? 1),
    fetch: (page: number, callOptions: object) =>
      callOperation(engine, operation, { path, query: { ...query, page }, options: callOptions }),
    redact: (text: string) => redactText(text, engine.sent.keys),
  };
  return new ListPaginator(source, { ...options, deadline: options.deadline ?? engine.deadline });
}
