import type { ChangeKind, Direction, Judgement } from "./judgements.ts";

/** The worse of the two judgements; `text` if the change affects neither the wire nor the types. */
export type Severity = "breaking" | "maybe" | "additive" | "text";

/** The kind of subject that a change belongs to. */
export type Area = "document" | "path" | "operation" | "webhook" | "schema" | "component";

/** Where a change is: an operation, webhook, schema or other component, and the place inside it. */
export interface Where {
  readonly area: Area;
  /** `GET /usage/{usage_data_id}`, `document.created.v2`, `UsageData`, `parameters/PageSize`, `document`. */
  readonly subject: string;
  /** Only for operations that have one. */
  readonly operationId?: string;
  /** The part of it: `query limit`, `body application/json`, `response 200 application/json`, `info`; else empty. */
  readonly part: string;
  /** The property path inside the part or schema: `usageData[].charges{}`; else empty. */
  readonly field: string;
}

/** One difference between two documents. */
export interface Change {
  /** Stable name: the kind with its direction, such as `response-property-removed`. */
  readonly rule: string;
  /** The rule without its direction. */
  readonly kind: ChangeKind;
  readonly direction: Direction;
  readonly where: Where;
  /** Short value before; absent if there was none. */
  readonly before?: string;
  /** Short value after; absent if there is none. */
  readonly after?: string;
  /** Effect on messages on the wire. */
  readonly wire: Judgement;
  /** Effect on code that is type-checked against the generated types. */
  readonly typescript: Judgement;
  /** The worse of `wire` and `typescript`. */
  readonly severity: Severity;
  /** Affected operations: operationIds (or method and path, or `webhook <event>`), sorted. */
  readonly operations: readonly string[];
}
