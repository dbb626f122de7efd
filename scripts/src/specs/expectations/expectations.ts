import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { asObject } from "@nectar-sdk/openapi/document";
import { isMap, parse, parseDocument } from "yaml";
import type { DocumentCounts } from "./count-document.ts";

/** File of the expectations below the root. */
export const EXPECTATIONS_FILE = "specs/expectations.yaml";

/** Upper limits of an api package, in bytes. */
export interface Budgets {
  /** The tarball that npm publishes. */
  readonly tarball: number;
  /** Everything that the package exports, bundled, minified and compressed. */
  readonly bundle: number;
}

/** Reads the limits from `specs/expectations.yaml`. */
export async function readBudgets(root: string): Promise<Budgets> {
  const expectations = asObject(parse(await readFile(join(root, EXPECTATIONS_FILE), "utf8")), EXPECTATIONS_FILE);
  const { tarball, bundle } = asObject(expectations["apiPackage"], `${EXPECTATIONS_FILE}: apiPackage`);
  if (typeof tarball !== "number" || typeof bundle !== "number") {
    throw new Error(`${EXPECTATIONS_FILE}: apiPackage: expected \`tarball\` and \`bundle\` in bytes`);
  }
  return { tarball, bundle };
}

/** Writes the counts of all versions into the text of the file, and the limits if they grow. */
export function updateExpectations(text: string, counts: ReadonlyMap<string, DocumentCounts>, growth: number): string {
  const document = parseDocument(text);
  const budgets = document.get("apiPackage");
  if (growth > 1 && isMap(budgets)) {
    for (const key of ["tarball", "bundle"]) {
      budgets.set(key, Math.ceil((Number(budgets.get(key)) * growth) / 100) * 100);
    }
  }
  document.set("versions", document.createNode(Object.fromEntries(counts)));
  return document.toString({ lineWidth: 0 });
}
