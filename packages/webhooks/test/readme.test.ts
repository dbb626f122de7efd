import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SECRET } from "./support/deliveries.ts";

const run = promisify(execFile);
const packageRoot = join(import.meta.dirname, "..");
const readme = await readFile(join(packageRoot, "README.md"), "utf8");

/** The examples, named after their headings. */
const examples = readme.split(/^## /m).flatMap((section) => {
  const [heading = "", ...lines] = section.split("\n");
  const blocks = [...lines.join("\n").matchAll(/^```ts\n(.*?)^```$/gms)];
  return blocks.map(([, code = ""], index) => ({ name: `${heading} ${index + 1}`, code }));
});

let folder = "";
const fileOf = (name: string): string => join(folder, `${name.toLowerCase().replaceAll(/\W+/g, "-")}.ts`);

beforeAll(async () => {
  folder = await mkdtemp(join(packageRoot, "test/readme-"));
  for (const { name, code } of examples) await writeFile(fileOf(name), `${code}\nexport {};\n`);
  const config = {
    extends: "../types/tsconfig.json",
    compilerOptions: { skipLibCheck: true, types: ["node"] },
    include: ["*.ts"],
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
});

afterAll(() => rm(folder, { recursive: true }));

test("the README has an example for each feature", () => {
  expect(new Set(examples.map(({ name }) => name.replace(/ \d+$/, "")))).toEqual(
    new Set([
      "First handler",
      "Mounts",
      "Events",
      "Verification only",
      "Rotating the secret",
      "Duplicate deliveries",
      "Long-running work",
      "Waking a poller",
      "Testing your handler",
    ]),
  );
});

test("every example compiles", { timeout: 60_000 }, async () => {
  const tsc = join(packageRoot, "node_modules/typescript/bin/tsc");
  const { stdout } = await run(process.execPath, [tsc, "-p", folder], { cwd: packageRoot }).catch((error) => error);
  expect(stdout).toBe("");
});

test.each(examples)("the example runs: $name", { timeout: 60_000 }, async ({ name, code }) => {
  // Each example gets the first event that it handles.
  const type = /"((?:connection|document)\.(?:created|deleted)\.v2)"/.exec(code)?.[1] ?? "document.created.v2";
  const { stdout, stderr } = await run(
    process.execPath,
    [join(import.meta.dirname, "support/run-example.ts"), fileOf(name), type, SECRET],
    { env: { ...process.env, NECTAR_WEBHOOK_SECRET: SECRET } },
  );
  expect(stderr).toBe("");
  const lines = stdout.trim().split("\n");
  // An example with a handler prints the delivery and responds with success.
  if (/\bexport (const|default|async)\b|\.listen\(/.test(code)) expect(lines.at(-1)).toBe("status 204");
  expect(lines.filter((line) => !line.startsWith("status")).join("\n")).not.toBe("");
});
