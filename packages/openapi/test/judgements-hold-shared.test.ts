import { describe, expect, test } from "vitest";
import { diffDocuments } from "../src/diff/diff-documents.ts";
import type { Json } from "../src/document/json.ts";
import { createJudge, FAMILIES, listPairs, SHARED, survives, withSchema } from "./support/families.ts";

const CHANGED = { $ref: "#/components/schemas/Changed" };

/** Schemas beside the component that changes, by family. */
const BESIDE: Readonly<Record<string, readonly Json[]>> = {
  text: [{ type: "string", maxLength: 2 }, { type: "boolean" }],
  numbers: [{ type: "number", minimum: 3 }, { type: "string" }],
  objects: [
    { type: "object", properties: { b: { type: "string" } } },
    { $ref: "#/components/schemas/Named" },
    { type: "object", additionalProperties: { type: "integer" } },
  ],
  lists: [{ type: "array", items: { type: "string" } }, { type: "string" }],
};

/** Each context takes another part of the pairs, because all of them would take minutes. */
const PARTS = 5;

const CONTEXTS = FAMILIES.flatMap(({ family, schemas, values }) =>
  (BESIDE[family] ?? []).flatMap((beside) =>
    ["oneOf", "anyOf", "allOf"].map((keyword, part) => {
      const branches = [CHANGED, beside];
      const schema: Json = { [keyword]: branches };
      // A message of a union is one of a branch: a property that another branch declares counts as undeclared.
      const senders: readonly Json[] = keyword === "allOf" ? [schema] : branches;
      return {
        label: `${keyword} beside ${JSON.stringify(beside)}, of ${family}`,
        schema,
        senders,
        schemas,
        values,
        part,
      };
    }),
  ),
);

describe.each(CONTEXTS)("where a shared component changes in $label", ({ schema, senders, schemas, values, part }) => {
  const sides = new Map(
    schemas.map((content) => {
      const components = { ...SHARED, Changed: content };
      const { isValid, isMessage } = createJudge(components);
      const valid = new Set(values.filter((value) => isValid(schema, value)));
      const messages = [...valid].filter((value) => senders.some((sender) => isMessage(sender, value)));
      return [content, { components, valid, messages }] as const;
    }),
  );

  test.each(["request", "response"] as const)("a change of a %s is additive only if messages survive", (direction) => {
    const pairs = listPairs(schemas).filter((_pair, index) => index % PARTS === part);

    const wrong = pairs.flatMap(([before, after]) => {
      const [left, right] = [sides.get(before), sides.get(after)];
      if (left === undefined || right === undefined) return [];
      const [sender, reader] = direction === "request" ? [left, right] : [right, left];
      const lost = sender.messages.filter((value) => !reader.valid.has(value));
      if (lost.length === 0) return [];
      const changes = diffDocuments(
        withSchema(direction, schema, left.components),
        withSchema(direction, schema, right.components),
      );
      return survives(changes.map(({ wire }) => wire)) ? [{ before, after, lost }] : [];
    });

    expect(wrong).toEqual([]);
  });
});
