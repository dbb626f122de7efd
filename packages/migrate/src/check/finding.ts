/** How sure it is that the code breaks. */
export type Certainty = "certain" | "likely" | "possible";

/** A place in the user's code that the new version breaks, or may break. */
export interface Finding {
  /** Id of the change; undefined if no change of the documents explains the place. */
  readonly id: string | undefined;
  /** Rule of the change, or what was found. */
  readonly rule: string;
  /** The compiler reports it, or it compiles and breaks at run time. */
  readonly kind: "type-error" | "silent";
  readonly certainty: Certainty;
  /** Absolute path. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** Offset in the file, in UTF-16 units. */
  readonly start: number;
  /** The code, in one line. */
  readonly expression: string;
  readonly why: string;
  readonly advice: string;
}
