import { isArray, isObject, type Json } from "@nectar-sdk/openapi/document";
import { LineCounter, parseDocument } from "yaml";
import { parseCallName } from "../names/call-name.ts";
import { CodegenError, type Problem } from "../problem.ts";
import type { BehaviourChange } from "./behaviour-change.ts";

const FIX = "write `changes:` with a list of entries as in specs/behaviour-changes.yaml";
const EVIDENCE = ["seen", "inferred", "assumed"] as const;
/** The keys of an entry. */
const ENTRY_KEYS = {
  required: ["id", "from", "to", "change", "operations", "fields", "evidence", "source", "wrong", "look"],
  optional: ["doubt", "before", "after"],
} as const;
const KEYS: readonly string[] = [...ENTRY_KEYS.required, ...ENTRY_KEYS.optional];

/** Bounds of the file: characters, entries, items of a list, characters of a string. */
const MAX = { file: 200_000, entries: 200, items: 50, string: 2000 };

/**
 * Reads `specs/behaviour-changes.yaml`.
 *
 * @param versions all API versions, oldest first
 * @throws {CodegenError} with every problem of the file
 */
export function parseBehaviourChanges(
  text: string,
  versions: readonly string[],
  file = "specs/behaviour-changes.yaml",
): BehaviourChange[] {
  const root = parseYaml(text, file);
  const list = isObject(root) ? root["changes"] : undefined;
  const unknown = isObject(root) ? Object.keys(root).filter((key) => key !== "changes") : [];
  if (!isArray(list) || unknown.length > 0 || list.length > MAX.entries) {
    const found = unknown.length > 0 ? `unknown key ${unknown.join(", ")}` : `expected at most ${MAX.entries} changes`;
    throw new CodegenError([{ at: file, message: found, fix: FIX }]);
  }
  const problems: Problem[] = [];
  const changes: BehaviourChange[] = [];
  for (const [index, value] of list.entries()) {
    const reader = new EntryReader(value, `${file} changes[${index}]`, problems);
    const change = readChange(reader, versions);
    if (changes.some(({ id }) => id === change.id)) reader.report(`the id ${change.id} is used twice`);
    changes.push(change);
  }
  if (problems.length > 0) throw new CodegenError(problems);
  return changes;
}

function parseYaml(text: string, file: string): Json {
  if (text.length > MAX.file) throw new CodegenError([{ at: file, message: "the file is too long", fix: FIX }]);
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const problems = [...document.errors, ...document.warnings].map((error): Problem => {
    const { line } = lineCounter.linePos(error.pos[0]);
    return { at: `${file}:${line}`, message: error.message.split("\n")[0] ?? "", fix: FIX };
  });
  if (problems.length > 0) throw new CodegenError(problems);
  const value: Json = document.toJS({ maxAliasCount: 0 });
  return value;
}

function readChange(entry: EntryReader, versions: readonly string[]): BehaviourChange {
  const [from, to] = [entry.choice("from", versions), entry.choice("to", versions)];
  if (versions.indexOf(from) >= versions.indexOf(to)) entry.report("`to` must be newer than `from`");
  const operations = entry.strings("operations");
  for (const operation of operations) {
    if (parseCallName(operation) === undefined) entry.report(`${operation} is not a resource method`);
  }
  const source = entry.strings("source");
  for (const url of source) if (!url.startsWith("https://")) entry.report(`${url} is not an https URL`);
  const optional = ENTRY_KEYS.optional.filter((key) => entry.has(key)).map((key) => [key, entry.string(key)] as const);
  if (entry.has("before") !== entry.has("after")) entry.report("`before` and `after` come together");
  return {
    id: entry.string("id", /^[a-z]+(?:-[a-z]+)*$/),
    from,
    to,
    change: entry.string("change"),
    operations,
    fields: entry.strings("fields"),
    evidence: EVIDENCE.find((one) => one === entry.choice("evidence", EVIDENCE)) ?? "assumed",
    source,
    wrong: entry.string("wrong"),
    look: entry.string("look"),
    ...Object.fromEntries(optional),
  };
}

/** Reads the keys of an entry, and collects its problems. */
class EntryReader {
  readonly #values: Readonly<Record<string, Json | undefined>>;
  readonly #at: string;
  readonly #problems: Problem[];

  constructor(value: Json | undefined, at: string, problems: Problem[]) {
    this.#values = isObject(value) ? value : {};
    this.#at = at;
    this.#problems = problems;
    if (!isObject(value)) this.report("expected an entry with keys");
    for (const key of Object.keys(this.#values)) {
      if (!KEYS.includes(key)) this.report(`unknown key ${key}; expected one of: ${KEYS.join(", ")}`);
    }
  }

  report(message: string): void {
    this.#problems.push({ at: this.#at, message, fix: FIX });
  }

  has(key: string): boolean {
    return Object.hasOwn(this.#values, key);
  }

  string(key: string, form = /\S/): string {
    const value = this.has(key) ? this.#values[key] : undefined;
    if (typeof value === "string" && value.length <= MAX.string && form.test(value)) return value.trimEnd();
    this.report(`\`${key}\` must be a string of at most ${MAX.string} characters, such as in the other entries`);
    return "";
  }

  choice(key: string, choices: readonly string[]): string {
    const value = this.string(key);
    if (!choices.includes(value)) this.report(`\`${key}\` must be one of: ${choices.join(", ")}`);
    return value;
  }

  strings(key: string): string[] {
    const value = this.has(key) ? this.#values[key] : undefined;
    const list = isArray(value) ? value.filter((item) => typeof item === "string" && /^\S{1,300}$/.test(item)) : [];
    if (!isArray(value) || value.length === 0 || value.length > MAX.items || list.length < value.length) {
      this.report(`\`${key}\` must be a list of 1 to ${MAX.items} strings without spaces`);
    }
    return list.map(String);
  }
}
