import type { Json } from "@nectar-sdk/openapi/document";

/** Header names in lower case. */
export type HeaderValues = Readonly<Record<string, string>>;

/** A request to check. Plain data, so that it works with any HTTP client. */
export interface CheckedRequest {
  /** As sent, usually in upper case. */
  readonly method: string;
  /** Absolute URL, or path with query. Not normalised, so that `..` stays visible. */
  readonly url: string;
  readonly headers: HeaderValues;
  readonly body?: CapturedBody;
}

/** A response to check. */
export interface CheckedResponse {
  readonly status: number;
  readonly headers: HeaderValues;
  readonly body?: CapturedBody;
}

/** A captured body in its most specific form; absent when nothing was sent. */
export type CapturedBody =
  | { readonly json: Json }
  /** Any other text, including invalid JSON. */
  | { readonly text: string }
  /** `application/x-www-form-urlencoded`. */
  | { readonly form: readonly FormField[] }
  /** `multipart/form-data`. */
  | { readonly parts: readonly (TextPart | FilePart)[] }
  | { readonly base64: string }
  /** Why the body was not kept. */
  | { readonly omitted: string };

export interface FormField {
  readonly name: string;
  readonly value: string;
}

export interface TextPart {
  readonly name: string;
  readonly text: string;
}

export interface FilePart {
  readonly name: string;
  readonly file: {
    readonly fileName: string;
    readonly contentType: string;
    /** Number of bytes read. */
    readonly size: number;
    /** Content of small files. */
    readonly base64?: string;
  };
}
