import type { Json } from "../../document/json.ts";
import type { ChangeKind, Direction, Judgement } from "../judge/judgements.ts";
import type { Evidence } from "./document-index.ts";

/** The judgement of the selected view; `text` if the change affects neither the wire nor the types. */
export type Severity = "breaking" | "maybe" | "additive" | "text";

/** The subject of a severity: messages on the wire, type-checked code, or the worse of both. */
export type View = "wire" | "typescript" | "both";

/** The kind of subject that a change belongs to. */
export type Area = "document" | "path" | "operation" | "webhook" | "schema" | "component";

/** One step of a property path. */
export interface PathStep {
  /** A named property, the items of an array, other properties of a map, a branch of a union, a keyword such as `not`. */
  readonly kind: "property" | "items" | "values" | "branch" | "keyword";
  /** The property, branch or keyword, the position in a tuple, the pattern of names; else empty. */
  readonly name: string;
}

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
  /** The same path as a list. */
  readonly path: readonly PathStep[];
}

/** Two sides of the same, either of which may be missing. */
export interface Sides<Value> {
  readonly before: Value | undefined;
  readonly after: Value | undefined;
}

/** One difference between two documents. */
export interface Change {
  /**
   * 12 hex digits from rule, place and values. The same in every run; operation ids, descriptions of other places and the order of a
   * document do not count.
   */
  readonly id: string;
  /** Stable name: the kind with its direction, such as `response-property-removed`. */
  readonly rule: string;
  /** The rule without its direction. */
  readonly kind: ChangeKind;
  readonly direction: Direction;
  readonly where: Where;
  /** The keyword that changed, such as `maxLength`; absent if the change is about the whole place. */
  readonly keyword: string | undefined;
  /** Short value before; absent if there was none. */
  readonly before: string | undefined;
  /** Short value after; absent if there is none. */
  readonly after: string | undefined;
  /** The whole values behind the short ones. */
  readonly values: Sides<Json>;
  /** JSON pointers into both documents, `#/…`; absent on a side that lacks the place. */
  readonly pointers: Sides<string>;
  /** The weaker `x-evidence` of both places; absent if neither document states one. */
  readonly evidence: Evidence | undefined;
  /** Effect on messages on the wire. */
  readonly wire: Judgement;
  /** Effect on code that is type-checked against the generated types. */
  readonly typescript: Judgement;
  /** The judgement of the selected view; the worse of `wire` and `typescript` by default. */
  readonly severity: Severity;
  /** Affected operations: operationIds (or method and path, or `webhook <event>`), sorted. */
  readonly operations: readonly string[];
}
