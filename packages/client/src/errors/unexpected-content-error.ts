import { type ErrorContext, NectarError } from "./nectar-error.ts";

/** Content of a response that is not the expected data. */
export interface UnexpectedContent {
  readonly status: number;
  /** `Content-Type` of the response. */
  readonly contentType: string | undefined;
  /** The beginning of the body, at most 1 kB. */
  readonly preview: string;
}

/** The status says success but the body is not the expected data: HTML, or JSON that breaks off. */
export class UnexpectedContentError extends NectarError {
  override readonly kind = "unexpected-content";
  readonly status: number;
  readonly contentType: string | undefined;
  readonly preview: string;

  /** @param expected what is missing, such as `JSON` */
  constructor(expected: string, { status, contentType, preview }: UnexpectedContent, context?: ErrorContext) {
    super(`expected ${expected}, got ${status} with ${contentType ?? "no content type"}`, context);
    this.status = status;
    this.contentType = contentType;
    this.preview = preview;
  }

  override get name(): string {
    return "UnexpectedContentError";
  }
}
