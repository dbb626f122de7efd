/** Why a document could not be fetched. */
export class FetchProblem extends Error {
  override readonly name = "FetchProblem";
  /** Whether another attempt may go better. */
  readonly isPassing: boolean;

  constructor(message: string, isPassing: boolean, options?: ErrorOptions) {
    super(message, options);
    this.isPassing = isPassing;
  }
}
