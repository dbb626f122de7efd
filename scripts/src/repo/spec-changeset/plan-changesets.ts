import { type Change, diffDocuments } from "@nectar-sdk/openapi/diff";
import { asObject, type JsonObject } from "@nectar-sdk/openapi/document";
import { parseJson } from "../../shared/parse-json.ts";
import type { NameSchema } from "./describe-change.ts";
import { describeChanges, type SpecChange } from "./describe-changes.ts";

/** A package with types of a document, on both sides of a release. */
export interface Subject {
  readonly packageName: string;
  /** The packed document of the last release, and the current one: overlays applied. `undefined` if there was none. */
  readonly before: string | undefined;
  readonly after: string;
  /** Whether the generated code differs. */
  readonly hasOtherOutput: boolean;
  readonly nameSchema: NameSchema;
}

/** Describes what a package with the types of a whole document releases; `undefined` for nothing. */
export function describeApi(subject: Subject): SpecChange | undefined {
  if (subject.before === undefined) {
    return { bump: "major", lines: ["The first version."], ids: [] };
  }
  const isSame = subject.before === subject.after;
  const changes = isSame ? [] : diffDocuments(read(subject.before, subject), read(subject.after, subject));
  return describe(subject, changes);
}

/** Describes what the package with the payloads of webhooks releases; `undefined` for nothing. */
export function describeWebhooks(subject: Subject): SpecChange | undefined {
  if (subject.before === subject.after) return describe(subject, []);
  const before = keepWebhooks(read(subject.before ?? "{}", subject));
  const changes = diffDocuments(before, keepWebhooks(read(subject.after, subject)));
  // Without operations, only a change of a payload reaches anything.
  return describe(
    subject,
    changes.filter(({ where, operations }) => where.area === "webhook" || operations.length > 0),
  );
}

function describe(subject: Subject, changes: readonly Change[]): SpecChange | undefined {
  const described = describeChanges(changes, subject.nameSchema);
  if (described !== undefined) return described;
  if (!subject.hasOtherOutput) return undefined;
  return { bump: "patch", lines: ["The code is generated again from the same document."], ids: [] };
}

function keepWebhooks(document: JsonObject): JsonObject {
  const { openapi = "3.1.0", info = { title: "", version: "" }, webhooks = {}, components = {} } = document;
  return { openapi, info, webhooks, components, paths: {} };
}

function read(text: string, { packageName }: Subject): JsonObject {
  return asObject(parseJson(text, `${packageName}/openapi.json`), packageName);
}
