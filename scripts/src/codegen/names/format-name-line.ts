import { Document, type Node, type Pair } from "yaml";

/** The text of an operation's line in `resources.yaml`. */
export interface NameLine {
  readonly key: string;
  readonly name: string;
  /** Left out where another line has it. */
  readonly id: string | undefined;
}

/** Creates `GET /thing: { name: things.list, id: thing_list }` for a YAML document. */
export function createNamePair(document: Document, { key, name, id }: NameLine): Pair<Node, Node> {
  return document.createPair(key, id === undefined ? name : document.createNode({ name, id }, { flow: true }));
}

/** Formats the line as YAML, to be pasted. */
export function formatNameLine(line: NameLine): string {
  const document = new Document({});
  document.add(createNamePair(document, line));
  return document.toString({ lineWidth: 0 }).trimEnd();
}
