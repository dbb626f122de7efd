import type { JsonObject } from "@nectar-sdk/openapi/document";
import { makeVisible } from "@nectar-sdk/openapi/document";
import { describe, expect, test } from "vitest";
import { generate } from "../../test/support/generate.ts";
import { hostileDocument, type Place } from "../../test/support/hostile-document.ts";
import { CANARY, runPackage } from "../../test/support/run-package.ts";
import { messageOf } from "../shared/command-line.ts";
import type { PackageFiles } from "./generate-package.ts";

const CALL = `globalThis.${CANARY}()`;

/** Strings that would be code if they escaped from their string literal, comment or name. */
const PAYLOADS: readonly string[] = [
  `*/ ${CALL}; /*`,
  `*\\/ ${CALL}; /*`,
  `"; ${CALL}; "`,
  `'; ${CALL}; '`,
  `\`; ${CALL}; \``,
  ["$", `{${CALL}}`].join(""),
  `"]: 1 }; ${CALL}; const a = { b: "`,
  `string;\n}\n${CALL};\nexport type A = {\n  a: string`,
  `string; ${CALL}; type A = string`,
  `a\n${CALL}\n//`,
  `a\r${CALL}\r//`,
  `a\u2028${CALL}\u2029//`,
  `\\u002a\\u002f ${CALL}`,
  `\\"; ${CALL}; //`,
  `\\`,
  `//${CALL}`,
  `</script><script>${CALL}</script>`,
  `\u202e${CALL}\u2066`,
  `[${CALL}]`,
  `get a() { return ${CALL} }`,
  `@ts-ignore\n@type {import("./${CANARY}")}`,
  `/// <reference path="${CANARY}" />`,
  CANARY,
  `${CANARY}()`,
  "__proto__",
  "constructor",
  "prototype",
  "then",
  "default",
  "globalThis",
  "import",
  "\0",
  "\uD800",
  `${CANARY}#/${CANARY}/a`,
  "a".repeat(2000),
];

/** References that are valid apart from their first part, or that a careless reader could misread. */
function hostileReferences(payload: string): string[] {
  const encoded = encodeURIComponent(payload.toWellFormed());
  return [
    `#/${encoded}/a/b`,
    `#/${payload}/a/b`,
    `#/components/${encoded}/a`,
    `#/components/schemas/Thing#/${encoded}/a/b`,
  ];
}

/** Numbers from 0 to below 1, the same on every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A document in which some or all strings are payloads; one in five also has a hostile reference. */
function documentOf(seed: number): JsonObject {
  const random = randomFrom(seed);
  const pick = (from: readonly string[], plain: string): string => from[Math.floor(random() * from.length)] ?? plain;
  const share = [0.03, 0.2, 0.6, 1][seed % 4] ?? 1;
  const root = pick(PAYLOADS, "x-a");
  const reference = seed % 5 === 0 ? pick(hostileReferences(root), "") : undefined;
  const document = hostileDocument((place: Place, plain: string): string => {
    if (place === "reference") return reference ?? plain;
    return random() < share ? `${pick(PAYLOADS, plain)}${random() < 0.3 ? plain : ""}` : plain;
  });
  // The target of the reference exists, under a key that only the first part of the reference names.
  return { ...document, [root.toWellFormed()]: { a: { b: { type: "string" } } } };
}

type Outcome = { readonly files: PackageFiles } | { readonly refusal: string };

async function outcomeOf(document: JsonObject): Promise<Outcome> {
  return generate(document).then(
    (files) => ({ files }),
    (error: unknown) => ({ refusal: messageOf(error) }),
  );
}

const DOCUMENTS = 500;
const CHUNK = 100;

describe("no text of a document becomes code", () => {
  test.each(Array.from({ length: DOCUMENTS / CHUNK }, (_, index) => index * CHUNK))(
    "in documents %i and the hundred after it",
    async (first) => {
      let generated = 0;
      for (let seed = first; seed < first + CHUNK; seed += 1) {
        const outcome = await outcomeOf(documentOf(seed));
        if ("files" in outcome) {
          generated += 1;
          const { reads, names, exports } = runPackage(outcome.files);
          expect({ seed, reads, names }).toEqual({ seed, reads: 0, names: [] });
          expect(exports).toEqual(["API_VERSION", "SPEC_SHA256", "v1_0"]);
        } else {
          const lines = outcome.refusal.split("\n");
          expect({ seed, lines }).toEqual({ seed, lines: lines.map(makeVisible) });
          expect(lines.filter((line) => !/^\S.*: .+; .+/.test(line))).toEqual([]);
        }
      }
      // Refusals alone would prove nothing about what is generated.
      expect(generated).toBeGreaterThan(CHUNK / 4);
    },
    600_000,
  );
});

test("the watch over the canary sees code that looks for it", () => {
  const files = new Map([["src/index.ts", `export const a = "${CANARY}";\n${CALL};\n`]]);

  expect(runPackage(files)).toEqual({ reads: 1, names: [CANARY], exports: ["a"] });
});
