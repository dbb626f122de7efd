import { findMembers, listDeclarations } from "../changes/find-members.ts";
import { explainChange } from "../changes/meanings.ts";
import type { TracedChange, Traces } from "../changes/trace-changes.ts";
import { ts } from "../compiler.ts";
import type { ApiPackage } from "../project/api-package.ts";
import { visitNodes } from "../project/create-program.ts";
import { memoize } from "../shared/memoize.ts";
import type { Certainty, Finding } from "./finding.ts";
import { locate } from "./locate.ts";
import { matchModule } from "./match-module.ts";

/** The facts about the API and the project that the search needs. */
export interface SilentContext {
  readonly from: ApiPackage;
  readonly to: ApiPackage;
  readonly traces: Traces;
  readonly checker: ts.TypeChecker;
  /** Id of the change of the base URL. */
  readonly serverChange: string | undefined;
}

interface Match {
  readonly rule: string;
  readonly certainty: Certainty;
  readonly traced?: TracedChange;
  readonly why: string;
  readonly advice: string;
}

/** Finds the places of a file that compile with the new types and break, or may break. */
export function findSilent(file: ts.SourceFile, context: SilentContext): Finding[] {
  const names = new Map(
    [...context.traces.values()].filter(({ name }) => name !== "").map((traced) => [traced.name, traced]),
  );
  const isTyped = memoize(() => usesChangedOwner(file, context));
  const findings: Finding[] = [];
  visitNodes(file, (node) => {
    const match: Match | undefined =
      matchModule(node, context) ??
      matchInCheck(node, context) ??
      matchExcessField(node, context) ??
      matchDynamicKey(node, context) ??
      matchUntyped(node, names, context) ??
      matchText(node, names, isTyped, context);
    if (match === undefined) return;
    const { rule, certainty, traced, why, advice } = match;
    const place = locate(file, node.getStart(file), node.end);
    const id = traced?.change.id ?? (rule === "base-url" ? context.serverChange : undefined);
    findings.push({ id, rule, kind: "silent", certainty, ...place, why, advice });
  });
  return findings;
}

/** `"serviceAddress" in usage`: narrows to nothing with the new types, and is always false. */
function matchInCheck(node: ts.Node, { checker, traces }: SilentContext): Match | undefined {
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.InKeyword) return undefined;
  if (!ts.isStringLiteralLike(node.left)) return undefined;
  const declarations = listDeclarations(checker.getTypeAtLocation(node.right), node.left.text, checker);
  const traced = findTrace(declarations, traces);
  if (traced === undefined) return undefined;
  return toMatch("in-check", "certain", traced, "the check compiles and is false");
}

/** A property of an object literal with a spread or an assertion, which the compiler does not compare with the type. */
function matchExcessField(node: ts.Node, { checker, traces }: SilentContext): Match | undefined {
  if (!ts.isPropertyAssignment(node) && !ts.isShorthandPropertyAssignment(node)) return undefined;
  const literal = node.parent;
  const isUnchecked =
    ts.isObjectLiteralExpression(literal) &&
    (literal.properties.some(ts.isSpreadAssignment) ||
      ts.isAsExpression(literal.parent) ||
      ts.isTypeAssertionExpression(literal.parent));
  if (!isUnchecked) return undefined;
  const traced = findTrace(findMembers(node.name, checker), traces);
  return traced === undefined
    ? undefined
    : toMatch("excess-field", "certain", traced, "the compiler allows the unknown field");
}

/** `usage[key]`: the key may be the changed name, and the compiler adapts its type silently. */
function matchDynamicKey(node: ts.Node, { checker, traces }: SilentContext): Match | undefined {
  if (!ts.isElementAccessExpression(node) || ts.isStringLiteralLike(node.argumentExpression)) return undefined;
  const key = checker.getTypeAtLocation(node.argumentExpression);
  const constraint = checker.getBaseConstraintOfType(key) ?? key;
  const members = constraint.isUnion() ? constraint.types : [constraint];
  const names = members.flatMap((member) => (member.isStringLiteral() ? [member.value] : []));
  const type = checker.getTypeAtLocation(node.expression);
  const found = names.flatMap((name) => findTrace(listDeclarations(type, name, checker), traces) ?? []);
  const [traced] = found;
  if (traced === undefined) return undefined;
  const certainty = found.length === members.length ? "certain" : "possible";
  return toMatch("dynamic-key", certainty, traced, `the key may be ${traced.name}`);
}

/** A changed name read from `any`, `unknown` or an index signature. */
function matchUntyped(
  node: ts.Node,
  names: ReadonlyMap<string, TracedChange>,
  { checker }: SilentContext,
): Match | undefined {
  const name = readAccessedName(node);
  const traced = name === undefined ? undefined : names.get(name);
  if (traced === undefined || name === undefined) return undefined;
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return undefined;
  const type = checker.getTypeAtLocation(node.expression);
  const isAny = (type.flags & ts.TypeFlags.Any) !== 0;
  const isIndexed = type.getProperty(name) === undefined && type.getStringIndexType() !== undefined;
  if (!isAny && !isIndexed) return undefined;
  return toMatch("untyped-access", "possible", traced, isAny ? "the value is any" : "the value has an index signature");
}

function readAccessedName(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression))
    return node.argumentExpression.text;
  return undefined;
}

/** Strings that name the address of the old version, its key header, or a changed field beside typed code. */
function matchText(
  node: ts.Node,
  names: ReadonlyMap<string, TracedChange>,
  isTyped: () => boolean,
  { from, to, checker }: SilentContext,
): Match | undefined {
  const text = readText(node);
  if (text === undefined) return undefined;
  const [oldUrl, newUrl] = [readBaseUrl(from), readBaseUrl(to)];
  if (oldUrl !== undefined && newUrl !== undefined && oldUrl !== newUrl && startsWithUrl(text, oldUrl)) {
    return {
      rule: "base-url",
      certainty: "certain",
      why: `the address of ${from.version}`,
      advice: `Write ${newUrl}.`,
    };
  }
  const path = oldUrl === undefined ? undefined : new URL(oldUrl).pathname;
  if (path !== undefined && oldUrl !== newUrl && path.length > 1 && startsWithUrl(text, path)) {
    return {
      rule: "base-url",
      certainty: "possible",
      why: `the base path of ${from.version}`,
      advice: `Write ${new URL(newUrl ?? "").pathname} if it is the API of Nectar.`,
    };
  }
  if (/^x-api-key$/i.test(text)) {
    return {
      rule: "hand-made-request",
      certainty: "possible",
      why: "a request without the client has no types",
      advice: "Compare its address, parameters and fields with the new version.",
    };
  }
  const traced = [...names].find(([name]) => hasWord(text, name))?.[1];
  if (traced === undefined || !isTyped() || findMembers(node, checker).length > 0 || isAccess(node)) return undefined;
  return toMatch("text", "possible", traced, "a string beside typed code names the field");
}

function readText(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  return ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node) ? node.text : undefined;
}

/** Accesses, `in` checks and names of types have separate matches. */
function isAccess({ parent }: ts.Node): boolean {
  if (ts.isBinaryExpression(parent)) return parent.operatorToken.kind === ts.SyntaxKind.InKeyword;
  return ts.isElementAccessExpression(parent) || ts.isLiteralTypeNode(parent) || ts.isImportDeclaration(parent);
}

function hasWord(text: string, word: string): boolean {
  const at = text.indexOf(word);
  if (at === -1) return false;
  return !/[\w$]/.test(text[at - 1] ?? "") && !/[\w$]/.test(text[at + word.length] ?? "");
}

function startsWithUrl(text: string, url: string): boolean {
  return text.startsWith(url) && !/[\w.-]/.test(text[url.length] ?? "");
}

function readBaseUrl({ document }: ApiPackage): string | undefined {
  const servers: unknown = document["servers"];
  const url: unknown = Array.isArray(servers) ? Object(servers[0]).url : undefined;
  return typeof url === "string" && URL.canParse(url) ? url : undefined;
}

/** Whether the file refers to a member of a type that lost one. */
function usesChangedOwner(file: ts.SourceFile, { traces, checker }: SilentContext): boolean {
  const owners = new Set([...traces.keys()].map(({ parent }) => parent));
  let isUsed = false;
  visitNodes(file, (node) => {
    if (isUsed || (!ts.isIdentifier(node) && !ts.isStringLiteralLike(node))) return;
    isUsed = findMembers(node, checker).some(({ parent }) => owners.has(parent));
  });
  return isUsed;
}

function findTrace(declarations: readonly ts.Node[], traces: Traces): TracedChange | undefined {
  return declarations.map((declaration) => traces.get(declaration)).find((traced) => traced !== undefined);
}

function toMatch(rule: string, certainty: Certainty, traced: TracedChange, reason: string): Match {
  return { rule, certainty, traced, why: `${explainChange(traced.change)} (${reason})`, advice: traced.advice };
}
