/** Who may import whom: for each workspace folder the packages that its sources may import at run time or as types. */
export interface ArrowRule {
  /** Folder below the repository root; `*` matches one segment. */
  readonly folder: string;
  /** Packages that its sources may import, apart from Node's own modules. `*` at the end matches any rest. */
  readonly may: readonly string[];
}

/** A package that one file alone may import, so that it can be replaced there. */
export interface Seam {
  readonly dependency: string;
  readonly file: string;
  /** Folders where the seam holds; others (examples, tests of generated types) show users how to import it themselves. */
  readonly within: readonly string[];
}

/** DESIGN: specs → scripts → api-v2.x → nothing; client, webhooks, testing and migrate see the api packages and never one another. */
export const RULES: readonly ArrowRule[] = [
  {
    folder: "scripts/src",
    may: [
      "@changesets/*",
      "@manypkg/get-packages",
      "@redocly/*",
      "@nectar-sdk/openapi",
      "hosted-git-info",
      "mdast",
      "mdast-util-from-markdown",
      "openapi-typescript",
      "rolldown",
      "tar",
      "typescript",
      "yaml",
    ],
  },
  { folder: "packages/openapi/src", may: ["ajv", "ajv-formats", "json-p3"] },
  { folder: "packages/api-v*/src", may: [] },
  { folder: "packages/versions/src", may: ["@nectar-sdk/api-v*"] },
  { folder: "packages/client/src", may: ["openapi-fetch", "@nectar-sdk/api-v*"] },
  {
    folder: "packages/bench/src",
    may: [
      "@nectar-sdk/*",
      "openapi-fetch",
      "@hey-api/client-fetch",
      "@octokit/core",
      "esbuild",
      "ky",
      "ofetch",
      "openai",
      "typescript-*",
    ],
  },
  // Its payload types are generated into it, so that users install nothing else.
  { folder: "packages/webhooks/src", may: ["standardwebhooks"] },
  { folder: "packages/testing/src", may: ["@stoplight/prism-*", "@nectar-sdk/api-v*", "ajv", "ajv-formats", "vitest"] },
  { folder: "packages/contract-tests/src", may: ["@nectar-sdk/*"] },
  { folder: "packages/migrate/src", may: ["typescript", "ts-morph", "@nectar-sdk/api-v*"] },
  { folder: "examples/*/src", may: ["@nectar-sdk/*"] },
];

/** openapi-typescript and openapi-fetch are no longer maintained: each is touched in one file. */
export const SEAMS: readonly Seam[] = [
  { dependency: "openapi-typescript", file: "scripts/src/codegen/openapi-typescript.ts", within: ["scripts/src"] },
  {
    dependency: "openapi-fetch",
    file: "packages/client/src/transport/openapi-fetch.ts",
    within: ["packages/client/src"],
  },
];
