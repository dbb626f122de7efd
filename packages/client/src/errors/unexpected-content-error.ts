import { type ErrorContext, NectarError } from "./nectar-error.ts";

/** What came instead of the promised data. */
export interface UnexpectedContent {
  readonly status: number;
  /** `Content-Type` of the answer. */
  readonly contentType: string | undefined;
  /** Beginning of the body, at most 1 kB. */
  readonly preview: string;
}

/** The status says success and the body is not what was promised: HTML, or JSON that breaks off. */
export class UnexpectedContentError extends NectarError {
  override readonly kind = "unexpected-content";
  readonly status: number;
  readonly contentType: string | undefined;
  readonly preview: string;

  constructor(message: string, content: UnexpectedContent, context?: ErrorContext) {
    super(message, context);
    this.status = content.status;
    this.contentType = content.contentType;
    this.preview = content.preview;
  }

  override get name(): string {
    return "UnexpectedContentError";
  }
}
