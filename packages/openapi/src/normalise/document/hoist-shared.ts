import { isArray, isObject, type Json, type JsonObject, mapValues, objectIn, valueAt } from "../../document/json.ts";
import { pointerKeys, pointerTo } from "../../document/pointer.ts";
import { METHODS } from "../../document/read-api.ts";
import { findPinnedPlaces, findReferences } from "../pinned-places.ts";
import type { Rule } from "../rule.ts";
import { type CanonicalText, canonicalText } from "./canonical-text.ts";
import { nameParameters, nameResponse } from "./name-shared.ts";
import { parameterKey, SHARED_SECTIONS, writeInPlace } from "./write-in-place.ts";

/** The limit of characters that are written out: a document may refer to a large component very often. */
const MOST = 20_000_000;

/**
 * Shared parameters and error responses get names that follow from themselves: `CompanyId` for `company_id`, `NotFound` for 404. So a
 * document that writes everything in place and one that refers to components normalise to the same, under any component names. Of
 * several variants the most frequent one is shared and the others stay in place, as do bodies of requests and of success. Parameters of
 * paths are alike only behind the same word: `id` is one thing in `/company/{id}`, and another in `/job/{id}`.
 */
export const hoistShared: Rule = (document, { note }) => {
  const text = canonicalText();
  const pinned = findPinnedPlaces(document);
  let written = 0;
  const inPlace = writeInPlace(document, pinned, (component) => {
    written += text(component).length;
  });
  if (written > MOST) {
    note("#/components", `not shared: in place they would take ${written} characters`);
    return document;
  }
  const kept = keepReferenced(inPlace);
  const groups = new Groups(text);
  const isFree = (pointer: string): boolean => !pinned.has(pointer);
  rewriteUses(inPlace, isFree, (use) => {
    groups.add(use);
    return use.node;
  });
  const shared = groups.choose(kept);
  const referring = rewriteUses(inPlace, isFree, (use) => {
    const name = shared.get(`${use.section} ${use.key}`);
    return name?.identity === identify(use, text)
      ? { $ref: pointerTo(`#/components/${use.section}`, name.name) }
      : use.node;
  });
  return withComponents(referring, kept, [...shared.values()]);
};

/** A parameter or an error response of an operation. */
interface Use {
  readonly section: "parameters" | "responses";
  /** Its identity among parameters or responses: `path company_id`, `404`. */
  readonly key: string;
  /** The word of the path before a parameter of the path: `company` for `{id}` in `/company/{id}`. */
  readonly word: string | undefined;
  readonly node: JsonObject;
}

/** Uses of the same identity are alike. */
function identify({ word = "", node }: Use, text: CanonicalText): string {
  return `${word} ${text(node)}`;
}

interface Shared extends Use {
  readonly name: string;
  readonly identity: string;
}

type Sections = Readonly<Record<string, JsonObject>>;

/** Returns a copy in which every parameter and error response written in an operation of `paths` is rewritten. */
function rewriteUses(
  document: JsonObject,
  isFree: (pointer: string) => boolean,
  rewrite: (use: Use) => JsonObject,
): JsonObject {
  const rewriteNode = (section: Use["section"], key: string | undefined, node: Json, word?: string): Json =>
    key === undefined || !isObject(node) || Object.hasOwn(node, "$ref") ? node : rewrite({ section, key, word, node });
  const rewriteOperation = (operation: JsonObject, pointer: string, path: string): JsonObject =>
    mapValues(operation, (value, key) => {
      if (key === "parameters" && isArray(value) && isFree(`${pointer}/parameters`)) {
        return value.map((item) => rewriteNode("parameters", parameterKey(item), item, findWord(path, item)));
      }
      if (key !== "responses" || !isObject(value)) return value;
      return mapValues(value, (item, status) =>
        isError(status) && isFree(pointerTo(`${pointer}/responses`, status))
          ? rewriteNode("responses", status, item)
          : item,
      );
    });
  const paths = mapValues(objectIn(document, "paths"), (item, path) =>
    !isObject(item)
      ? item
      : mapValues(item, (value, key) =>
          isObject(value) && METHODS.some((method) => method === key)
            ? rewriteOperation(value, `${pointerTo("#/paths", path)}/${key}`, path)
            : value,
        ),
  );
  return isObject(document["paths"]) ? { ...document, paths } : document;
}

/** The last word of a path before one of its parameters; `undefined` for parameters that are not in the path. */
function findWord(path: string, parameter: Json): string | undefined {
  const segments = path.split("/");
  const at = segments.findIndex((segment) => segment.includes(`{${String(valueAt(parameter, "name"))}}`));
  if (valueAt(parameter, "in") !== "path" || at === -1) return undefined;
  return segments.slice(0, at).findLast((segment) => segment !== "" && !segment.includes("{"));
}

function isError(status: string): boolean {
  return /^([45]|default$)/.test(status);
}

/** Counts what is alike. */
class Groups {
  readonly #groups = new Map<string, Map<string, { use: Use; count: number }>>();
  readonly #text: CanonicalText;

  constructor(text: CanonicalText) {
    this.#text = text;
  }

  add(use: Use): void {
    const key = `${use.section} ${use.key}`;
    const variants = this.#groups.get(key) ?? new Map<string, { use: Use; count: number }>();
    this.#groups.set(key, variants);
    const identity = identify(use, this.#text);
    variants.set(identity, { use, count: (variants.get(identity)?.count ?? 0) + 1 });
  }

  /** The most frequent variant of each kind with its name, unless the document keeps another component of that name. */
  choose(kept: Sections): ReadonlyMap<string, Shared> {
    const chosen = [...this.#groups].flatMap(([key, variants]) => {
      const [first] = [...variants].sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1));
      return first === undefined ? [] : [[key, { ...first[1].use, identity: first[0] }] as const];
    });
    const names = nameParameters(chosen.flatMap(([, { section, key }]) => (section === "parameters" ? [key] : [])));
    return new Map(
      chosen.flatMap(([id, variant]) => {
        const name = variant.section === "parameters" ? names.get(variant.key) : nameResponse(variant.key);
        if (name === undefined || !/^[A-Za-z0-9._-]+$/.test(name)) return [];
        const there = valueAt(kept[variant.section], name);
        const isTaken = there !== undefined && (!isObject(there) || this.#text(there) !== this.#text(variant.node));
        return isTaken ? [] : [[id, { ...variant, name }] as const];
      }),
    );
  }
}

/** The shared components that something still refers to once all is in place, such as a reference to a part of one. */
function keepReferenced(document: JsonObject): Sections {
  const components = objectIn(document, "components");
  const [sections, rest] = [
    SHARED_SECTIONS.map((section) => [section, objectIn(components, section)] as const),
    { ...document, components: Object.fromEntries(Object.entries(components).filter(([key]) => !isShared(key))) },
  ];
  const wanted = new Set<string>();
  const pending = [...findReferences(rest)];
  for (let reference = pending.pop(); reference !== undefined; reference = pending.pop()) {
    const [root, section = "", name = ""] = pointerKeys(reference) ?? [];
    const key = `${section} ${name}`;
    if (root !== "components" || !isShared(section) || wanted.has(key)) continue;
    wanted.add(key);
    pending.push(...findReferences(valueAt(objectIn(components, section), name) ?? null));
  }
  return Object.fromEntries(
    sections.map(([section, nodes]) => [
      section,
      Object.fromEntries(Object.entries(nodes).filter(([name]) => wanted.has(`${section} ${name}`))),
    ]),
  );
}

function isShared(section: string): boolean {
  return SHARED_SECTIONS.some((shared) => shared === section);
}

function withComponents(document: JsonObject, kept: Sections, shared: readonly Shared[]): JsonObject {
  const own = SHARED_SECTIONS.map((section): [string, JsonObject] => {
    const added = shared
      .filter((variant) => variant.section === section)
      .map(({ name, node }) => [name, node] as const);
    return [section, { ...kept[section], ...Object.fromEntries(added) }];
  });
  const others = Object.entries(objectIn(document, "components")).filter(([key]) => !isShared(key));
  const components = [...others, ...own.filter(([, nodes]) => Object.keys(nodes).length > 0)];
  const isUnchanged = components.length === 0 && !isObject(document["components"]);
  return isUnchanged ? document : { ...document, components: Object.fromEntries(components) };
}
