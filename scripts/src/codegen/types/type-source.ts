/** Kinds of places: a payload belongs to a webhook event, the others to a resource method. */
export const TYPE_KINDS = ["item", "page", "response", "body", "query", "errors", "payload"] as const;

/** The place of a type in the documents: `item of documents.listByCompany at lineItems[].charges`. */
export interface TypeSource {
  readonly kind: (typeof TYPE_KINDS)[number];
  /** Resource method, or webhook event. */
  readonly of: string;
  /** The way from there: a property, a query parameter or a status, then properties; `[]` stands for the items of an array. */
  readonly path: readonly string[];
}

const FORM = /^(?<kind>[a-z]+) of (?<of>\S+)(?: at (?<path>[^\s.[\]]+(?:\[\]|\.[^\s.[\]]+)*))?$/;

/** Parses a source; `undefined` for any other text. */
export function parseTypeSource(text: string): TypeSource | undefined {
  const { kind, of = "", path = "" } = FORM.exec(text)?.groups ?? {};
  const known = TYPE_KINDS.find((one) => one === kind);
  return known === undefined ? undefined : { kind: known, of, path: path.match(/\[\]|[^.[\]]+/g) ?? [] };
}

/** Formats a source as `resources.yaml` has it. */
export function formatTypeSource({ kind, of, path }: TypeSource): string {
  const text = path.map((step, index) => (step === "[]" || index === 0 ? step : `.${step}`)).join("");
  return `${kind} of ${of}${text === "" ? "" : ` at ${text}`}`;
}

/** Whether a property can be a step of a path. */
export function isStep(name: string): boolean {
  return /^[^\s.[\]]+$/.test(name);
}
