import { spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT } from "../../../test/support/temporary-repository.ts";

const FOLDERS = ["examples", "packages", "scripts"];
const NOT_COPIED = new Set(["dist", "node_modules", "reports", ".turbo"]);

let copy: string;

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), "arrows-"));
  const filter = (path: string): boolean => !NOT_COPIED.has(basename(path));
  await Promise.all(FOLDERS.map((folder) => cp(join(ROOT, folder), join(copy, folder), { recursive: true, filter })));
});

afterAll(() => rm(copy, { recursive: true, force: true }));

/** Runs dependency-cruiser in the copy as `pnpm arrows` does here. */
function runArrows(): { readonly code: number | null; readonly violations: readonly string[] } {
  const program = join(ROOT, "scripts/node_modules/.bin/depcruise");
  const config = join(import.meta.dirname, "dependency-cruiser.config.ts");
  const { status, stdout } = spawnSync(program, ["--config", config, "--output-type", "err", ...FOLDERS], {
    cwd: copy,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
  });
  // A circle is printed on several lines.
  const lines = stdout.replaceAll(/→\s+/g, "→ ").matchAll(/^ +error (.+)$/gm);
  return { code: status, violations: [...lines].map(([, line = ""]) => line.trimEnd()).sort() };
}

async function seed(files: Readonly<Record<string, string>>): Promise<() => Promise<void>> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(copy, path)), { recursive: true });
    await writeFile(join(copy, path), text);
  }
  return async () => {
    for (const path of Object.keys(files)) await rm(join(copy, path));
  };
}

test("this repository has no violation", () => {
  expect(runArrows()).toEqual({ code: 0, violations: [] });
});

test("each rule finds its violation only", async () => {
  const remove = await seed({
    // Packages that no arrow points at.
    "packages/client/src/seed.ts": 'import "@nectar-sdk/testing";\n',
    "packages/testing/src/seed.ts": 'export type { A } from "@nectar-sdk/client";\n',
    "packages/api-v2.2/src/seed.ts": 'export type A = import("standardwebhooks").Webhook;\n',
    "packages/openapi/src/document/seed.ts": 'import "ajv";\n',
    "packages/new/src/seed.ts": 'import "yaml";\n',
    // The seams.
    "packages/client/src/jobs/seed.ts": 'await import("openapi-fetch");\n',
    "scripts/src/repo/seed.ts": 'import "openapi-typescript";\n',
    // Another package's sources, which a test may not reach into either.
    "packages/bench/src/seed.test.ts": 'import "../../openapi/src/document/pointer.ts";\n',
    // Circles, the second of types alone.
    "scripts/src/shared/seed-a.ts": 'import { b } from "./seed-b.ts";\nexport const a = b;\n',
    "scripts/src/shared/seed-b.ts": 'import { a } from "./seed-a.ts";\nexport const b = () => a;\n',
    "packages/webhooks/src/seed-a.ts": 'import type { B } from "./seed-b.ts";\nexport type A = B | 1;\n',
    "packages/webhooks/src/seed-b.ts": 'import type { A } from "./seed-a.ts";\nexport interface B { a: A }\n',
    // Floors.
    "packages/openapi/src/document/seed-up.ts": 'import "../schema/schema-validator.ts";\n',
    "packages/openapi/src/attic/seed.ts": 'import "../document/pointer.ts";\n',
  });

  const { code, violations } = runArrows();
  await remove();

  expect(violations).toEqual(
    [
      "not-in-allowed: packages/client/src/seed.ts → @nectar-sdk/testing",
      "not-in-allowed: packages/testing/src/seed.ts → @nectar-sdk/client",
      "not-in-allowed: packages/api-v2.2/src/seed.ts → standardwebhooks",
      "not-in-allowed: packages/openapi/src/document/seed.ts → ajv",
      "not-in-allowed: packages/new/src/seed.ts → yaml",
      "only-one-file-imports-openapi-fetch: packages/client/src/jobs/seed.ts → openapi-fetch",
      "only-one-file-imports-openapi-typescript: scripts/src/repo/seed.ts → openapi-typescript",
      "no-foreign-src: packages/bench/src/seed.test.ts → packages/openapi/src/document/pointer.ts",
      "no-circle: scripts/src/shared/seed-a.ts → scripts/src/shared/seed-b.ts → scripts/src/shared/seed-a.ts",
      "no-circle: packages/webhooks/src/seed-a.ts → packages/webhooks/src/seed-b.ts → packages/webhooks/src/seed-a.ts",
      "no-upward-import-from-packages/openapi/src/document: packages/openapi/src/document/seed-up.ts → packages/openapi/src/schema/schema-validator.ts",
      "no-room-without-floor-in-packages/openapi/src: packages/openapi/src/attic/seed.ts → packages/openapi/src/document/pointer.ts",
    ].sort(),
  );
  expect(code).toBe(violations.length);
});
