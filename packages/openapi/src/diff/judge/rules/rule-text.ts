import type { Json } from "../../../document/json.ts";

/** The description of a kind of change. */
export interface RuleText {
  /** One sentence: what happened, seen from the document. */
  readonly sentence: string;
  readonly example: RuleExample;
}

/** Two parts of documents between which the change is reported. */
export interface RuleExample {
  /** The kind of both parts: a schema of a request or response, an Operation Object (`GET /site`), or a document. */
  readonly of: "schema" | "operation" | "document";
  readonly before: Json;
  readonly after: Json;
}

/** Example of two schemas. */
export function ofSchema(before: Json, after: Json): RuleExample {
  return { of: "schema", before, after };
}

/** Example of two operations. */
export function ofOperation(before: Json, after: Json): RuleExample {
  return { of: "operation", before, after };
}

/** Example of two documents. */
export function ofDocument(before: Json, after: Json): RuleExample {
  return { of: "document", before, after };
}
