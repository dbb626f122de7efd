import { asObject, isArray, type JsonObject } from "@nectar-sdk/openapi/document";
import { parse, stringify } from "yaml";
import { BREAKING, DECISIONS_FILE, parseReasons } from "../../decisions/reasons.ts";
import { type Question, STOP } from "./questions.ts";

/** Questions with their choices. */
export interface Decisions {
  /** Questions of this pull and earlier ones without a choice. */
  readonly open: readonly Question[];
  /** The choice of each question of this pull: that of a person, else the proposal. */
  readonly choices: ReadonlyMap<string, string>;
  /** The new text of the file; undefined without any question or reason. */
  readonly text: string | undefined;
}

const FIELDS = ["question", "place", "proposal", "choices", "choice"];
const HEADER = `# Questions that a pull leaves to a person. A proposal applies until \`choice:\` gives one of its choices; then run \`pnpm specs:adopt\` again.\n`;

/**
 * Decides the questions of a pull by the file of decisions, and adds the new ones to it.
 *
 * @param isSettled tells whether a question of an earlier pull goes
 * @throws {Error} naming an unknown question, an invalid choice, the choice \`stop\`, or a question whose proposal is to stop
 */
export function decide(
  text: string | undefined,
  questions: readonly Question[],
  isSettled: (id: string) => boolean,
): Decisions {
  const known = new Map(questions.map((question) => [question.id, question]));
  const chosen = new Map<string, string>();
  const entries = Object.entries(readFile(text)).filter(([id]) => known.has(id) || !isSettled(id));
  const recorded = entries.map(([id, value]): Question => {
    const entry = asObject(value, `${DECISIONS_FILE}: ${id}`);
    const unknown = Object.keys(entry).find((field) => !FIELDS.includes(field));
    if (unknown !== undefined)
      throw new Error(`${DECISIONS_FILE}: ${id}: unknown field ${unknown}; expected ${FIELDS.join(", ")}`);
    const question = known.get(id) ?? readQuestion(id, entry);
    const { choice } = entry;
    if (choice === undefined || choice === null) return question;
    if (typeof choice !== "string" || !question.choices.includes(choice)) {
      throw new Error(`${DECISIONS_FILE}: ${id}: choice must be one of: ${question.choices.join(", ")}`);
    }
    if (choice === STOP && known.has(id)) throw new Error(`${DECISIONS_FILE} stops the pull: ${id}: ${question.text}`);
    chosen.set(id, choice);
    return question;
  });
  const [stopping] = questions.filter(({ id, proposal }) => proposal === STOP && !chosen.has(id));
  if (stopping !== undefined) throw createStop(stopping);
  const all = [...new Map([...recorded, ...questions].map((question) => [question.id, question])).values()];
  return {
    open: all.filter(({ id }) => !chosen.has(id)),
    choices: new Map(questions.map(({ id, proposal }) => [id, chosen.get(id) ?? proposal])),
    text: formatDecisions(all, chosen, parseReasons(text)),
  };
}

/** The question is not recorded, since nothing lands. */
function createStop({ id, text, choices }: Question): Error {
  const others = choices.filter((choice) => choice !== STOP).join(" or ");
  return new Error(
    `${text}; nothing was written. If it is right, add to specs/${DECISIONS_FILE}: decisions: { "${id}": { choice: ${others} } }`,
  );
}

function readFile(text: string | undefined): JsonObject {
  const { decisions } = asObject(parse(text ?? "") ?? {}, DECISIONS_FILE);
  return asObject(decisions ?? {}, `${DECISIONS_FILE}: decisions`);
}

/** A question of an earlier pull, as that pull recorded it. */
function readQuestion(id: string, { question, place, proposal, choices }: JsonObject): Question {
  const options = isArray(choices) ? choices.map(String) : [];
  if (typeof question === "string" && typeof proposal === "string" && options.includes(proposal)) {
    return { id, text: question, place: String(place), proposal, choices: options };
  }
  throw new Error(`${DECISIONS_FILE}: unknown question ${id}; copy its id from the output of \`pnpm specs:adopt\``);
}

function formatDecisions(
  questions: readonly Question[],
  chosen: ReadonlyMap<string, string>,
  reasons: ReadonlyMap<string, string>,
): string | undefined {
  const decisions = Object.fromEntries(
    questions.map(({ id, text, place, proposal, choices }) => {
      const choice = chosen.get(id);
      return [id, { question: text, place, proposal, choices, ...(choice === undefined ? {} : { choice }) }];
    }),
  );
  const sections = Object.entries({ decisions, [BREAKING]: Object.fromEntries(reasons) }).filter(
    ([, section]) => Object.keys(section).length > 0,
  );
  return sections.length === 0 ? undefined : HEADER + stringify(Object.fromEntries(sections), { lineWidth: 0 });
}
