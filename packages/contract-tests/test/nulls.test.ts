import { findSuccess } from "@nectar-sdk/openapi/document";
import { type Prism, startPrism } from "@nectar-sdk/testing";
import { findNullableFields, findSeenNulls, loadDocument } from "@nectar-sdk/testing/document";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { VERSIONS } from "../src/apis.ts";
import { listCases } from "../src/matrix.ts";
import { hasKnownSuccess } from "../src/no-example.ts";
import { nullExamples, withNullExamples } from "../src/null-examples.ts";
import { runCases, type Subject, startSubject } from "./support/subject.ts";

describe.each(VERSIONS)("nullable fields of $version", (tested) => {
  const document = loadDocument(tested.api);
  let prism: Prism;
  let subject: Subject;
  beforeAll(async () => {
    prism = await startPrism(tested.api, { document: withNullExamples(document) });
    subject = await startSubject(tested, prism);
  });
  afterAll(async () => {
    await subject[Symbol.asyncDispose]();
    await prism.close();
  });

  test.each([...document.operations.values()].filter(hasKnownSuccess))(
    "$name reads each of them as null and as a value",
    async (operation) => {
      const [plain] = listCases(document, operation).filter(({ status }) => status < 300);
      if (plain === undefined) throw new Error(`${operation.id} has no success`);
      const examples = nullExamples(document, operation);
      const cases = [...examples].map(([example, expected]) => ({
        ...plain,
        name: `${operation.name} ${example}`,
        example,
        expected,
      }));
      expect(await runCases(subject, cases)).toEqual([]);

      const [media] = findSuccess(operation)?.[1].content.values() ?? [];
      const fields = findNullableFields(document.json, media?.schema ?? true);
      const { asNull, asValue } = findSeenNulls(fields, [...examples.values()]);
      expect({ asNull: [...asNull].toSorted(), asValue: [...asValue].toSorted() }).toEqual({
        asNull: [...fields.keys()].toSorted(),
        asValue: [...fields.keys()].toSorted(),
      });
    },
  );
});
