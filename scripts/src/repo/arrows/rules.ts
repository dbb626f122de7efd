/** A source folder and the packages that its files may import, at run time or as types. */
export interface Arrow {
  /** Folder below the repository root; `*` matches part of one segment. The most specific folder applies. */
  readonly folder: string;
  /** Packages apart from Node's own modules and the files of the same package; `*` matches part of one segment. */
  readonly may: readonly string[];
}

/** A dependency that only one file of a source folder may import, so that it can be replaced there. */
export interface Seam {
  readonly dependency: string;
  readonly file: string;
  readonly folder: string;
}

/** A room of a package; several on one floor may import one another. */
export type Floor = string | readonly string[];

/** specs → scripts → api-v2.x → nothing; client, webhooks and testing know the api packages and not one another. */
export const ARROWS: readonly Arrow[] = [
  {
    folder: "scripts/src",
    may: [
      "@changesets/*",
      "@manypkg/get-packages",
      "@nectar-sdk/openapi",
      "@redocly/*",
      "dependency-cruiser",
      "hosted-git-info",
      "mdast",
      "mdast-util-from-markdown",
      "openapi-typescript",
      "spdx-satisfies",
      "tar",
      "typescript",
      "yaml",
    ],
  },
  { folder: "packages/openapi/src", may: [] },
  { folder: "packages/openapi/src/schema", may: ["ajv", "ajv-formats"] },
  { folder: "packages/openapi/src/schema/sample", may: ["fast-check"] },
  { folder: "packages/openapi/src/overlay", may: ["json-p3"] },
  { folder: "packages/api-v*/src", may: [] },
  { folder: "packages/versions/src", may: ["@nectar-sdk/api-v*"] },
  { folder: "packages/client/src", may: ["openapi-fetch", "@nectar-sdk/api-v*"] },
  // Its payload types are generated into it, so that users install no api package.
  { folder: "packages/webhooks/src", may: ["standardwebhooks"] },
  {
    folder: "packages/testing/src",
    may: ["@nectar-sdk/api-v*", "@nectar-sdk/openapi", "@stoplight/prism-*", "vitest"],
  },
  {
    folder: "packages/migrate/src",
    may: [
      "@nectar-sdk/api-v*",
      "@nectar-sdk/openapi",
      // The build copies the compiler there. Before it, only the name is known.
      "@nectar-sdk/migrate/dist/typescript",
      "#typescript",
      "magic-string",
      "yaml",
    ],
  },
  // Bundled into programs of users, for any platform.
  { folder: "packages/migrate/src/runtime", may: [] },
  { folder: "packages/contract-tests/src", may: ["@nectar-sdk/*"] },
  {
    folder: "packages/bench/src",
    may: [
      "@hey-api/client-fetch",
      "@nectar-sdk/*",
      "@octokit/core",
      "esbuild",
      "ky",
      "ofetch",
      "openai",
      "openapi-fetch",
      "typescript",
      "typescript-*",
    ],
  },
  { folder: "examples/*/src", may: ["@nectar-sdk/*"] },
];

/** Neither of the first two is maintained any more. Examples show users how to import openapi-fetch. */
export const SEAMS: readonly Seam[] = [
  {
    dependency: "openapi-typescript",
    file: "scripts/src/codegen/openapi-typescript.ts",
    folder: "scripts/src",
  },
  {
    dependency: "openapi-fetch",
    file: "packages/client/src/transport/openapi-fetch.ts",
    folder: "packages/client/src",
  },
  {
    dependency: "@nectar-sdk/migrate/dist/typescript",
    file: "packages/migrate/src/compiler.ts",
    folder: "packages/migrate/src",
  },
];

/**
 * The rooms of each package from the ground floor up; no room imports one on a higher floor. A room is a folder or a file, and `.` stands
 * for the files that lie in no folder and are not listed themselves.
 */
export const FLOORS: Readonly<Record<string, readonly Floor[]>> = {
  "packages/openapi/src": [
    "document",
    ["diff/judge", "normalise", "overlay", "schema"],
    "diff/change",
    "diff/walk",
    "diff/schema",
    "diff/compare",
    ["diff/diff-documents.ts", "diff/find-candidates.ts"],
    "diff/report",
    ".",
  ],
  "packages/client/src": [
    "contract.ts",
    "errors",
    "async",
    "config",
    "request",
    "response",
    "transport",
    "call",
    "paging",
    "jobs",
    "uploads",
    "client",
    ".",
  ],
  "packages/testing/src": [
    ["document", "sample", "shared"],
    ["check", "response", "version"],
    ["capture", "prism", "recording", "scenarios", "secrets"],
    ["coverage", "mock", "redact"],
    "report",
    "recorder",
    ["contract", "vitest"],
    ["cli", "."],
  ],
  "packages/migrate/src": [
    ["compiler.ts", "generated", "runtime", "shared"],
    ["compare", "diff", "project"],
    ["changes", "marks"],
    ["check", "guide"],
    ["apply", "status"],
    "commands.ts",
    ["cli.ts", "."],
  ],
  "packages/webhooks/src": ["generated", "events", "verify", "handler", "fixtures", "."],
  "scripts/src": [
    "shared",
    ["specs/decisions", "specs/lock", "specs/overlay"],
    "codegen",
    "specs/examples",
    ["specs/differences", "specs/expectations", "specs/generated-examples", "specs/staging"],
    ["specs/add-version", "specs/check", "specs/pull", "specs/reconstruct"],
    "specs/adopt",
    "repo",
  ],
  "scripts/src/codegen": [
    ["docs", "problem.ts"],
    "names",
    "model",
    "types",
    ["check", "emit", "guard", "lint"],
    ["openapi-typescript.ts", "schema"],
    ["generate-package.ts", "package"],
    ["check-specs.ts", "codegen.ts", "load-version.ts"],
    ["migration", "origins", "versions", "webhooks"],
    ["bench", "."],
  ],
};
