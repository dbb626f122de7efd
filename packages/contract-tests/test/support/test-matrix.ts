import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { loadDocument } from "@nectar-sdk/testing/document";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { TestedVersion } from "../../src/apis.ts";
import { listCases } from "../../src/matrix.ts";
import { isFullyKnown } from "../../src/no-example.ts";
import { COVERAGE_FOLDER } from "./coverage-folder.ts";
import { runCases, type Subject, startSubject } from "./subject.ts";

/** Tests every response of every operation of a version. */
export function testMatrix(tested: TestedVersion): void {
  const { version, api } = tested;
  const operations = [...loadDocument(api).operations.values()];

  describe(`${version}: every response, by resource method and by raw path`, () => {
    let subject: Subject;

    beforeAll(async () => {
      subject = await startSubject(tested, { url: inject("prism")[version] ?? "" });
    });
    afterAll(async () => {
      const coverage = JSON.stringify(subject.recorder.coverage());
      await writeFile(join(COVERAGE_FOLDER, `${version}.json`), coverage);
      await subject[Symbol.asyncDispose]();
    });

    test.each(operations)("$name", async (operation) => {
      expect(await runCases(subject, listCases(subject.document, operation))).toEqual([]);
    });

    test("each declared status of each operation was covered", () => {
      const known = operations.filter(isFullyKnown).map(({ name }) => name);
      subject.recorder.expectFullCoverage(known, { statuses: "all" });
    });
  });
}
