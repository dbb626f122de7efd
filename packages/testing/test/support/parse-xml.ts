/** An element with its decoded attributes and content. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: (XmlElement | string)[];
}

const TOKEN = /<\?xml [^?]*\?>|<\/([\w-]+)>|<([\w-]+)((?:\s+[\w-]+="[^"<]*")*)(\/?)>|[^<]+/y;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#10": "\n",
  "#35": "#",
  "#9": "\t",
};
// Characters that XML 1.0 does not allow.
const FORBIDDEN = /[^\t\n\r\u007f-\u009f\P{Cc}]|\p{Cs}|[\ufffe\uffff]/u;

/** Parses elements, attributes and text; throws for anything else and for malformed XML 1.0. */
export function parseXml(text: string): XmlElement {
  const forbidden = FORBIDDEN.exec(text);
  if (forbidden !== null) throw new Error(`a forbidden character at ${forbidden.index}`);
  const root: Open = { name: "", attributes: {}, children: [] };
  const open: Open[] = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const [token, end, start, attributes = "", empty] = TOKEN.exec(text) ?? [];
    const parent = open.at(-1);
    if (token === undefined || parent === undefined) throw new Error(`no XML at ${at}: ${text.slice(at, at + 60)}`);
    if (end !== undefined) {
      if (end !== parent.name) throw new Error(`</${end}> closes <${parent.name}>`);
      open.pop();
    } else if (start !== undefined) {
      const element: Open = { name: start, attributes: parseAttributes(attributes), children: [] };
      parent.children.push(element);
      if (empty === "") open.push(element);
    } else if (!token.startsWith("<?")) {
      if (token.includes("]]>")) throw new Error("]]> in text");
      parent.children.push(decode(token));
    }
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)?.name}> is not closed`);
  const elements = root.children.filter((child) => typeof child !== "string");
  const [only] = elements;
  if (only === undefined || elements.length !== 1) throw new Error(`${elements.length} roots`);
  return only;
}

function parseAttributes(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = "", value = ""] of text.matchAll(/([\w-]+)="([^"]*)"/g)) {
    if (name in attributes) throw new Error(`${name} twice`);
    attributes[name] = decode(value);
  }
  return attributes;
}

function decode(text: string): string {
  return text.replaceAll(/&([^;]*;?)/g, (_, entity: string) => {
    const character = entity.endsWith(";") ? ENTITIES[entity.slice(0, -1)] : undefined;
    if (character === undefined) throw new Error(`no entity: &${entity}`);
    return character;
  });
}

/** All elements with a name, at any depth. */
export function findElements(element: XmlElement, name: string): XmlElement[] {
  const inside = element.children.flatMap((child) => (typeof child === "string" ? [] : findElements(child, name)));
  return element.name === name ? [element, ...inside] : inside;
}
