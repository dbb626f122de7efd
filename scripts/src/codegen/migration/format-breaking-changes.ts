import { type Change, RULES } from "@nectar-sdk/openapi/diff";
import { groupBy, makeVisible } from "@nectar-sdk/openapi/document";

/** The public name of an operation. */
export type NameOperation = (id: string) => string;

/** Longer lists end in their number. */
const LONGEST = { changes: 200, methods: 4, value: 80 };

const SENTENCES = new Map(RULES.map(({ kind, sentence }) => [kind, sentence]));

/** Formats breaking and possible breaking changes as a list of sentences, the worst first, each with its places. */
export function formatBreakingChanges(changes: readonly Change[], nameOperation: NameOperation): string[] {
  const relevant = (["breaking", "maybe"] as const).flatMap((severity) =>
    changes.filter((change) => change.severity === severity),
  );
  const groups = groupBy(relevant, (change) => {
    const { severity, rule, where, before = "", after = "" } = change;
    return JSON.stringify([severity, rule, where.part, where.field, before, after]);
  });
  const lines = [...groups.values()].map((group) => formatGroup(group, nameOperation));
  const rest = lines.length - LONGEST.changes;
  return rest > 0 ? [...lines.slice(0, LONGEST.changes), `- … and ${rest} more`] : lines;
}

function formatGroup(group: readonly Change[], nameOperation: NameOperation): string {
  const [first] = group;
  if (first === undefined) return "";
  const places = [...new Set(group.map((change) => formatPlace(change, nameOperation)))];
  const values = [first.before, first.after].filter((value) => value !== undefined).map(inlineCode);
  const methods = [...new Set(group.flatMap(({ operations }) => operations.map(nameOperation)))].sort();
  const sentence = SENTENCES.get(first.kind) ?? first.rule;
  return [
    `- **${first.severity}** ${formatViews(first)}: ${listAll(places)}. ${makeVisible(sentence)}`,
    values.length === 0 ? "" : ` ${values.join(" → ")}.`,
    methods.length === 0 ? "" : ` Methods: ${listSome(methods.map(inlineCode))}.`,
  ].join("");
}

function formatViews({ wire, typescript }: Change): string {
  const affected = [
    ["on the wire", wire],
    ["in types", typescript],
  ].filter(([, judgement]) => judgement === "breaking" || judgement === "maybe");
  return affected.map(([view]) => view).join(" and ");
}

function formatPlace({ where, direction }: Change, nameOperation: NameOperation): string {
  const { area, subject, operationId, part, field } = where;
  const own = area === "operation" && operationId !== undefined ? nameOperation(operationId) : subject;
  if (area === "document") return inlineCode(part || subject);
  const path = [area === "schema" && field !== "" ? `${own}.${field}` : own, part, area === "schema" ? "" : field];
  const text = inlineCode(path.filter((step) => step !== "").join(" "));
  if (direction === "none") return text;
  return direction === "both" ? `${text} in requests and responses` : `${text} in a ${direction}`;
}

function listAll(items: readonly string[]): string {
  return items.length <= LONGEST.methods ? items.join(", ") : listSome(items);
}

function listSome(items: readonly string[]): string {
  const rest = items.length - LONGEST.methods;
  return rest <= 0 ? items.join(", ") : `${items.slice(0, LONGEST.methods).join(", ")} and ${rest} more`;
}

/** Text of a document as code in Markdown, on one line. */
export function inlineCode(text: string): string {
  const line = makeVisible(text.replaceAll(/\s+/g, " ").replaceAll("`", "'").trim());
  return `\`${line.length > LONGEST.value ? `${line.slice(0, LONGEST.value)}…` : line}\``;
}
