import { groupBy } from "../../document/group-by.ts";
import { isJsonType, toMediaType } from "../../document/media-type.ts";

/** The spelling of a media type in both documents; one of them may lack it. */
export type MediaTypePair = readonly [before: string | undefined, after: string | undefined];

interface Pairing {
  readonly pairs: readonly MediaTypePair[];
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Pairs media types by spelling, then by meaning, then without parameters where that is clear. */
export function pairMediaTypes(before: readonly string[], after: readonly string[]): MediaTypePair[] {
  const readers = [(name: string) => name, toPlainMediaType, toMediaType];
  const { pairs, ...rest } = readers.reduce(pairBy, { pairs: [], before, after });
  const all: MediaTypePair[] = [
    ...pairs,
    ...rest.before.map((name): MediaTypePair => [name, undefined]),
    ...rest.after.map((name): MediaTypePair => [undefined, name]),
  ];
  return all.sort((left, right) => (toSortKey(left) < toSortKey(right) ? -1 : 1));
}

function pairBy(pairing: Pairing, read: (name: string) => string): Pairing {
  const [left, right] = [groupBy(pairing.before, read), groupBy(pairing.after, read)];
  const found = [...left].flatMap(([key, [one, ...others]]) => {
    const [other, ...alsoOther] = right.get(key) ?? [];
    const isClear = one !== undefined && other !== undefined && others.length + alsoOther.length === 0;
    return isClear ? [[one, other] as const] : [];
  });
  return {
    pairs: [...pairing.pairs, ...found],
    before: pairing.before.filter((name) => !found.some(([one]) => one === name)),
    after: pairing.after.filter((name) => !found.some(([, other]) => other === name)),
  };
}

function toSortKey([before, after]: MediaTypePair): string {
  return after ?? before ?? "";
}

/** The media type in lower case with sorted parameters, without the charset that JSON always has (RFC 8259, section 8.1). */
export function toPlainMediaType(name: string): string {
  const [, ...parameters] = name.split(";").map((part) => part.trim().toLowerCase());
  const isImplied = (parameter: string) => isJsonType(name) && /^charset="?utf-8"?$/.test(parameter);
  const kept = parameters.filter((parameter) => parameter !== "" && !isImplied(parameter));
  return [toMediaType(name), ...kept.sort()].join("; ");
}
