import { isArray, isObject, type Json } from "@nectar-sdk/openapi/document";

interface StringOfJson {
  /** With its quotes and escapes. */
  readonly literal: string;
  /** Whether it names a member. */
  readonly isName: boolean;
}

/** Whether an object in a valid JSON string repeats a name: parsing then keeps only the last value. */
export function hasDuplicateNames(text: string, json: Json): boolean {
  let names = 0;
  for (const { isName } of readStrings(text)) names += isName ? 1 : 0;
  return names !== countMembers(json);
}

/** Reads every string value in a valid JSON string, including those that parsing drops. */
export function readStringValues(text: string): string[] {
  return [...readStrings(text)].flatMap(({ literal, isName }) => (isName ? [] : [String(JSON.parse(literal))]));
}

function* readStrings(text: string): Generator<StringOfJson> {
  const colon = /[\t\n\r ]*:/y;
  for (let start = text.indexOf('"'); start !== -1; ) {
    let end = start + 1;
    while (end < text.length && text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
    colon.lastIndex = end + 1;
    yield { literal: text.slice(start, end + 1), isName: colon.test(text) };
    start = text.indexOf('"', end + 1);
  }
}

/** Without recursion, which a deep value would exhaust. */
function countMembers(json: Json): number {
  let members = 0;
  const open: Json[] = [json];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (isArray(value)) for (const item of value) open.push(item);
    if (!isObject(value)) continue;
    for (const child of Object.values(value)) {
      members += 1;
      open.push(child);
    }
  }
  return members;
}
