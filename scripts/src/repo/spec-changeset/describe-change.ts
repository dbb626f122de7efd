import { type Change, describePart, RULES } from "@nectar-sdk/openapi/diff";
import { makeVisible } from "@nectar-sdk/openapi/document";

/** The name that users know a component schema by; the schema's own where they know none. */
export type NameSchema = (schema: string) => string;

const SENTENCES: ReadonlyMap<string, string> = new Map(RULES.map(({ kind, sentence }) => [kind, sentence]));

/** Events of a whole place by the rule's kind. The first that fits applies. */
const EVENTS: readonly (readonly [end: RegExp, event: string])[] = [
  [/enum-value-added$/, "has one more value"],
  [/enum-value-removed$/, "has one value less"],
  [/^required-.*-added$/, "is new and required"],
  [/^(parameter|body|media-type|header|property|operation|webhook|callback|component|server)-added$/, "is new"],
  [/^(open|closed)-property-added$/, "is new"],
  [/(success|error)-status-added$/, "is new"],
  [/^(parameter|body|media-type|header|property|operation|webhook|callback|component|server)-removed$/, "is gone"],
  [/^(open|closed)-property-removed$/, "is gone"],
  [/(success|error)-status-removed$/, "is gone"],
];

/** Describes a change to users in one sentence: `UsageData.powerFactor` is gone; 7 operations returned it. */
export function describeForUsers(change: Change, nameSchema: NameSchema): string {
  const event = EVENTS.find(([end]) => end.test(change.kind))?.[1];
  const isWhole = event === "is new" || event === "is gone" || event === "is new and required";
  const values = isWhole ? [] : [change.before, change.after].filter((value) => value !== undefined);
  const shown = values.length === 0 ? "" : ` (${values.map(code).join(" → ")})`;
  const happened = event === undefined ? `: ${lowerFirst(SENTENCES.get(change.kind) ?? change.rule)}` : ` ${event}`;
  return `${namePlace(change, nameSchema)}${happened}${shown}${describeUse(change)}`;
}

function namePlace({ where }: Change, nameSchema: NameSchema): string {
  const { area, subject, part, field } = where;
  if (area === "schema") return code([nameSchema(subject), field].filter((text) => text !== "").join("."));
  if (area === "document") return part === "" ? "The document" : code(part);
  const place = describePart(where);
  const name = area === "webhook" ? `event ${subject}` : subject;
  return place === "" ? code(name) : `${code(name)}, ${code(place)}`;
}

const VERBS = {
  request: ["takes", "take", "took"],
  response: ["returns", "return", "returned"],
  both: ["uses", "use", "used"],
  none: ["uses", "use", "used"],
} as const;

/** `; 7 operations returned it`. Changes of an operation name it already. */
function describeUse({ where, operations, direction, kind }: Change): string {
  if (where.area !== "schema" || operations.length === 0) return "";
  const [one, many, before] = VERBS[direction];
  const isGone = kind.endsWith("-removed");
  const events = operations.filter((label) => label.startsWith("webhook "));
  const noun = events.length === operations.length ? "event" : "operation";
  if (operations.length === 1) return `; 1 ${noun} ${isGone ? before : one} it`;
  return `; ${operations.length} ${noun}s ${isGone ? before : many} it`;
}

function lowerFirst(sentence: string): string {
  return `${sentence.slice(0, 1).toLowerCase()}${sentence.slice(1).replace(/\.$/, "")}`;
}

/** Text of a document as code in Markdown, on one line. */
function code(text: string): string {
  return `\`${makeVisible(text).replaceAll("`", "'")}\``;
}
