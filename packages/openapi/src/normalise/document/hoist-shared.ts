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
 * several variants the most frequent one is shared and the others stay in place, as do bodies of requests and of success.
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
    return name?.text === text(use.node) ? { $ref: pointerTo(`#/components/${use.section}`, name.name) } : use.node;
  });
  return withComponents(referring, kept, [...shared.values()]);
};

/** A parameter or an error response of an operation. */
interface Use {
  readonly section: "parameters" | "responses";
  /** Its identity among parameters or responses: `path company_id`, `404`. */
  readonly key: string;
  readonly node: JsonObject;
}

interface Shared extends Use {
  readonly name: string;
  readonly text: string;
}

type Sections = Readonly<Record<string, JsonObject>>;

/** Returns a copy in which every parameter and error response written in an operation of `paths` is rewritten. */
function rewriteUses(
  document: JsonObject,
  isFree: (pointer: string) => boolean,
  rewrite: (use: Use) => JsonObject,
): JsonObject {
  const rewriteNode = (section: Use["section"], key: string | undefined, node: Json): Json =>
    key === undefined || !isObject(node) || Object.hasOwn(node, "$ref") ? node : rewrite({ section, key, node });
  const rewriteOperation = (operation: JsonObject, pointer: string): JsonObject =>
    mapValues(operation, (value, key) => {
      if (key === "parameters" && isArray(value) && isFree(`${pointer}/parameters`)) {
        return value.map((item) => rewriteNode("parameters", parameterKey(item), item));
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
            ? rewriteOperation(value, `${pointerTo("#/paths", path)}/${key}`)
            : value,
        ),
  );
  return isObject(document["paths"]) ? { ...document, paths } : document;
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
    const text = this.#text(use.node);
    variants.set(text, { use, count: (variants.get(text)?.count ?? 0) + 1 });
  }

  /** The most frequent variant of each kind with its name, unless the document keeps another component of that name. */
  choose(kept: Sections): ReadonlyMap<string, Shared> {
    const chosen = [...this.#groups].flatMap(([key, variants]) => {
      const [first] = [...variants].sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1));
      return first === undefined ? [] : [[key, { ...first[1].use, text: first[0] }] as const];
    });
    const names = nameParameters(chosen.flatMap(([, { section, key }]) => (section === "parameters" ? [key] : [])));
    return new Map(
      chosen.flatMap(([id, variant]) => {
        const name = variant.section === "parameters" ? names.get(variant.key) : nameResponse(variant.key);
        if (name === undefined || !/^[A-Za-z0-9._-]+$/.test(name)) return [];
        const there = valueAt(kept[variant.section], name);
        const isTaken = there !== undefined && (!isObject(there) || this.#text(there) !== variant.text);
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
