import type { BodyKind, ResponseKind } from "@nectar-sdk/openapi/document";
import type { CallName } from "../names/call-name.ts";
import type { OperationTypeNames, TypeNames } from "../names/type-names.ts";

/** The generator's model of an API whose document has passed the checks. Emitters read only this model. */
export interface Api {
  /** Name of the product in sentences: `Nectar Climate API`. */
  readonly product: string;
  readonly description: string;
  readonly baseUrl: string;
  /** Header that carries the key; `undefined` where the API has no such key. */
  readonly apiKeyHeader: string | undefined;
  readonly operations: readonly Operation[];
  readonly resources: readonly Resource[];
  readonly webhooks: readonly Webhook[];
  readonly types: TypeNames;
}

/** The operations that share a resource name. */
export interface Resource {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly operations: readonly Operation[];
}

export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly name: CallName;
  readonly types: OperationTypeNames;
  readonly docs: OperationDocs;
  /** Whether repeating it leaves the same state (`x-idempotent`); `undefined` if only its method tells. */
  readonly isIdempotent: boolean | undefined;
  /** In path order. */
  readonly pathParameters: readonly PathParameter[];
  readonly query: ParameterGroup;
  /** Query parameters whose list is one value with commas between the items. */
  readonly commaLists: readonly string[];
  readonly headers: ParameterGroup;
  readonly body: Body | undefined;
  readonly success: Success;
  /** Documented statuses of failure with the media type of their body. */
  readonly failures: readonly DocumentedResponse[];
  readonly page: Page | undefined;
}

export interface OperationDocs {
  readonly summary: string;
  readonly description: string;
  readonly deprecated: boolean;
  /** Evidence for an operation that is not certain (`x-evidence`). */
  readonly evidence: string | undefined;
  readonly link: string | undefined;
}

export interface PathParameter {
  /** Name in the path template: `usage_data_id`. */
  readonly name: string;
  /** Name as an argument: `usageDataId`. */
  readonly argument: string;
  readonly type: TypeText;
  readonly docs: string;
}

/** The query or header parameters of an operation. */
export interface ParameterGroup {
  readonly names: readonly string[];
  readonly required: boolean;
}

export interface Body {
  readonly kind: BodyKind;
  readonly mediaType: string;
  readonly required: boolean;
  readonly docs: string;
}

export interface DocumentedResponse {
  readonly status: string;
  readonly mediaType: string | undefined;
}

export interface Success {
  readonly responses: readonly DocumentedResponse[];
  /** How the response is read; `none` if it has no body. */
  readonly kind: ResponseKind | "none";
  /** Type that the method resolves with. */
  readonly type: TypeText;
}

export interface Page {
  /** Key of the item array. */
  readonly items: string;
  /** Key of the number of all items. */
  readonly total: string;
  readonly itemType: TypeText;
  readonly pageType: TypeText;
}

export interface Webhook {
  readonly event: string;
  readonly docs: string;
  /** Type of the payload; `unknown` for an event without a described one. */
  readonly type: TypeText;
}

/** The source of a TypeScript type, with the names that it needs to import. */
export interface TypeText {
  readonly text: string;
  readonly names: readonly string[];
}
