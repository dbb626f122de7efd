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
  return describe(
    subject,
    compare(subject, (document) => document),
  );
}

/** Describes what the package with the payloads of webhooks releases; `undefined` for nothing. */
export function describeWebhooks(subject: Subject): SpecChange | undefined {
  const changes = compare(subject, keepWebhooks);
  // Without operations, only a change of a payload reaches anything.
  return describe(
    subject,
    changes.filter(({ where, operations }) => where.area === "webhook" || operations.length > 0),
  );
}

/** Compares a part of both documents. Most documents have not changed, and a comparison takes a while. */
function compare(
  { packageName, before = "{}", after }: Subject,
  part: (document: JsonObject) => JsonObject,
): readonly Change[] {
  if (before === after) return [];
  const read = (text: string) => part(asObject(parseJson(text, `${packageName}/openapi.json`), packageName));
  return diffDocuments(read(before), read(after));
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
