import type { Json } from "@nectar-sdk/openapi/document";

/** Header names in lower case. */
export type HeaderValues = Readonly<Record<string, string>>;

/** A request as it is checked. Plain data, so that any HTTP client can be checked. */
export interface CheckedRequest {
  /** As it is sent, usually in capitals. */
  readonly method: string;
  /** Absolute, or beginning with the path. Not normalised: `..` is seen only in what was written. */
  readonly url: string;
  readonly headers: HeaderValues;
  readonly body?: CapturedBody;
}

/** A response as it is checked. */
export interface CheckedResponse {
  readonly status: number;
  readonly headers: HeaderValues;
  readonly body?: CapturedBody;
}

/** A body, by what could be made of it; absent where nothing was sent. */
export type CapturedBody =
  | { readonly json: Json }
  /** Any other text, and what calls itself JSON and is none. */
  | { readonly text: string }
  /** `application/x-www-form-urlencoded`. */
  | { readonly form: readonly FormField[] }
  /** `multipart/form-data`. */
  | { readonly parts: readonly (TextPart | FilePart)[] }
  | { readonly base64: string }
  /** What was not kept, and why. */
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
    /** In bytes, as far as they were seen. */
    readonly size: number;
    /** Content of small files. */
    readonly base64?: string;
  };
}
