/** A table whose rows decide what a report says. */
export interface Table {
  /** A file of source below the package: TypeScript, or a list in JSON. */
  readonly file: string;
  /** The name of the constant; absent for JSON. */
  readonly name?: string;
  /** The tests that must notice a row that is missing. */
  readonly tests: readonly string[];
}

/** A package with its tables. */
export interface Subject {
  /** The folder, below the root. */
  readonly folder: string;
  readonly tables: readonly Table[];
}

const DIFF_TESTS = ["changes", "diff-documents", "judgements", "keyword-tables", "rules"].map(
  (name) => `test/${name}.test.ts`,
);

const ofDiff = (file: string, ...names: string[]): Table[] =>
  names.map((name) => ({ file: `src/diff/${file}.ts`, name, tests: DIFF_TESTS }));

export const SUBJECTS: readonly Subject[] = [
  {
    folder: "packages/openapi",
    tables: [
      ...ofDiff("judge/judgements", "PLAIN", "DIRECTIONAL"),
      ...ofDiff("judge/rules/document-rules", "DOCUMENT_RULES"),
      ...ofDiff("judge/rules/operation-rules", "OPERATION_RULES"),
      ...ofDiff("judge/rules/schema-rules", "SCHEMA_RULES"),
      ...ofDiff("schema/compare-constraints", "LOWER_BOUNDS", "UPPER_BOUNDS", "INCOMPARABLE", "CONSTRAINTS"),
      ...ofDiff("schema/compare-conditions", "SCHEMAS", "SCHEMA_MAPS", "OPAQUE", "READINGS"),
      ...ofDiff("schema/compare-keywords", "TEXT_KEYS"),
      ...ofDiff("compare/compare-parameters", "SERIALIZATION"),
      ...["IGNORED_KEYS", "KEYS_WITH_NAMES_BELOW", "KEYS_WITH_DATA_BELOW"].map((name) => ({
        file: "src/diff/change/canonical.ts",
        name,
        tests: ["src/diff/change/canonical.test.ts"],
      })),
      ...ofDiff("change/document-index", "GRADES"),
      { file: "src/diff/find-candidates.ts", name: "GUESSES", tests: ["test/candidates.test.ts"] },
    ],
  },
  {
    folder: "packages/migrate",
    tables: [
      { file: "meanings.json", tests: ["test/check/check.test.ts"] },
      { file: "src/apply/edit-manifest.ts", name: "SECTIONS", tests: ["src/apply/edit-manifest.test.ts"] },
      { file: "src/runtime/is-demand.ts", name: "POWER_UNITS", tests: ["test/runtime/merge.test.ts"] },
      { file: "src/runtime/merge-rows.ts", name: "KEY_FIELDS", tests: ["test/runtime/merge.test.ts"] },
      { file: "src/runtime/merge-rows.ts", name: "OWN_FIELDS", tests: ["test/runtime/merge.test.ts"] },
    ],
  },
];
