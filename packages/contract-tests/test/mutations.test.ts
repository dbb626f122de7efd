import { startPrism } from "@nectar-sdk/testing";
import { createRandom, loadDocument } from "@nectar-sdk/testing/document";
import { describe, expect, inject, test } from "vitest";
import { VERSIONS } from "../src/apis.ts";
import { listCases } from "../src/matrix.ts";
import { renameEnumValue, renameField, renamePath } from "../src/mutations.ts";
import { runCases, type Subject, startSubject } from "./support/subject.ts";

describe.each(VERSIONS)("the suite fails when the API of $version changes", (tested) => {
  const document = loadDocument(tested.api);

  test("and passes when nothing changes", async () => {
    await using subject = await startSubject(tested, { url: inject("prism")[tested.version] ?? "" });
    expect(await findFirstProblems(subject)).toEqual([]);
  });

  test.each([renameField, renamePath, renameEnumValue])("$name", async (mutate) => {
    const { name, json } = mutate(document, createRandom("mutations", tested.version));
    await using prism = await startPrism(tested.api, { document: json });
    await using subject = await startSubject(tested, prism);
    expect(await findFirstProblems(subject), name).not.toEqual([]);
  });
});

/** Returns the problems of the first operation that has any. */
async function findFirstProblems(subject: Subject): Promise<string[]> {
  for (const operation of subject.document.operations.values()) {
    const problems = await runCases(subject, listCases(subject.document, operation));
    if (problems.length > 0) return problems;
  }
  return [];
}
