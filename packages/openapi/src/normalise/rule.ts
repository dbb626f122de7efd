import type { Json, JsonObject } from "../document/json.ts";

/** A remark for people: a rule dropped something, or could not apply. */
export interface Note {
  /** Name of the rule. */
  readonly rule: string;
  /** JSON pointer into the document as the rule found it. */
  readonly at: string;
  readonly message: string;
}

/** Whether a value fits a schema of the document. */
export type IsValid = (value: Json, schema: Json, document: JsonObject) => boolean;

/** The arguments of a rule beside the document. */
export interface Tools {
  /** Reports a note of the rule that runs. */
  readonly note: (at: string, message: string) => void;
  /** Without it examples are not checked. */
  readonly isValid: IsValid | undefined;
}

/** One kind of style that is taken out. Applied twice it changes nothing more. */
export type Rule = (document: JsonObject, tools: Tools) => JsonObject;
