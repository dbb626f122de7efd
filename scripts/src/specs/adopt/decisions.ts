import { asObject, isArray, type JsonObject } from "@nectar-sdk/openapi/document";
import { parse, stringify } from "yaml";
import { type Question, STOP } from "./questions.ts";

/** File of the decisions below `specs`. */
export const DECISIONS_FILE = "decisions.yaml";

/** Questions with their answers. */
export interface Decisions {
  /** Questions of this pull and earlier ones without an answer. */
  readonly open: readonly Question[];
  /** The answer of each question of this pull: that of a person, else the proposal. */
  readonly answers: ReadonlyMap<string, string>;
  /** The new text of the file; undefined without any question. */
  readonly text: string | undefined;
}

const FIELDS = ["question", "place", "proposal", "answers", "answer"];
const HEADER = `# Questions that a pull leaves to a person. A proposal applies until \`answer:\` gives one of the answers; then run \`pnpm specs:adopt\` again.\n`;

/**
 * Answers the questions of a pull from the file of decisions, and adds the new ones to it.
 *
 * @throws {Error} naming an unknown question, an invalid answer, or the answer \`stop\`
 */
export function decide(text: string | undefined, questions: readonly Question[]): Decisions {
  const known = new Map(questions.map((question) => [question.id, question]));
  const answered = new Map<string, string>();
  const recorded = Object.entries(readFile(text)).map(([id, value]): Question => {
    const entry = asObject(value, `${DECISIONS_FILE}: ${id}`);
    const unknown = Object.keys(entry).find((field) => !FIELDS.includes(field));
    if (unknown !== undefined)
      throw new Error(`${DECISIONS_FILE}: ${id}: unknown field ${unknown}; expected ${FIELDS.join(", ")}`);
    const question = known.get(id) ?? readQuestion(id, entry);
    const { answer } = entry;
    if (answer === undefined || answer === null) return question;
    if (typeof answer !== "string" || !question.answers.includes(answer)) {
      throw new Error(`${DECISIONS_FILE}: ${id}: answer must be one of: ${question.answers.join(", ")}`);
    }
    if (answer === STOP && known.has(id)) throw new Error(`${DECISIONS_FILE} stops the pull: ${id}: ${question.text}`);
    answered.set(id, answer);
    return question;
  });
  const all = [...new Map([...recorded, ...questions].map((question) => [question.id, question])).values()];
  return {
    open: all.filter(({ id }) => !answered.has(id)),
    answers: new Map(questions.map(({ id, proposal }) => [id, answered.get(id) ?? proposal])),
    text: all.length === 0 ? undefined : formatDecisions(all, answered),
  };
}

function readFile(text: string | undefined): JsonObject {
  const { decisions } = asObject(parse(text ?? "") ?? {}, DECISIONS_FILE);
  return asObject(decisions ?? {}, `${DECISIONS_FILE}: decisions`);
}

/** A question of an earlier pull, as that pull recorded it. */
function readQuestion(id: string, { question, place, proposal, answers }: JsonObject): Question {
  const options = isArray(answers) ? answers.map(String) : [];
  if (typeof question === "string" && typeof proposal === "string" && options.includes(proposal)) {
    return { id, text: question, place: String(place), proposal, answers: options };
  }
  throw new Error(`${DECISIONS_FILE}: unknown question ${id}; copy its id from the output of \`pnpm specs:adopt\``);
}

function formatDecisions(questions: readonly Question[], answered: ReadonlyMap<string, string>): string {
  const decisions = Object.fromEntries(
    questions.map(({ id, text, place, proposal, answers }) => {
      const answer = answered.get(id);
      return [id, { question: text, place, proposal, answers, ...(answer === undefined ? {} : { answer }) }];
    }),
  );
  return HEADER + stringify({ decisions }, { lineWidth: 0 });
}
