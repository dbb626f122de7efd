import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { apis } from "@nectar-sdk/versions";
import { describe, expect, onTestFinished, test } from "vitest";

const run = promisify(execFile);
const packageRoot = join(import.meta.dirname, "../..");

/** Compilers that users have, by dependency name. The README names the oldest. */
const COMPILERS = ["typescript-5.4", "typescript-5.5", "typescript-5.9", "typescript-6", "typescript"] as const;

/** The environment of users: the types of a browser, or those of Node without the DOM. */
const PLACES = { "the DOM's types": "tsconfig.json", "Node's types, without the DOM": "tsconfig.node.json" } as const;

/** Runs a compiler over a project, and returns its output. */
async function compile(compiler: string, ...args: readonly string[]): Promise<string> {
  const bin = join(packageRoot, "node_modules", compiler, "bin/tsc");
  const { stdout } = await run(process.execPath, [bin, ...args], { cwd: packageRoot, maxBuffer: 2 ** 26 }).catch(
    readOutput,
  );
  return stdout;
}

/** The output of a compiler that found errors. */
function readOutput(error: unknown): { stdout: string } {
  if (error instanceof Error && "stdout" in error && typeof error.stdout === "string") return { stdout: error.stdout };
  throw error;
}

describe.each(COMPILERS)("with %s", (compiler) => {
  test.each(Object.entries(PLACES))(
    "with %s, the published declarations type-check, and every invalid line fails to compile",
    { timeout: 60_000 },
    async (_, project) => {
      expect(await compile(compiler, "-p", join("test/package/types", project))).toBe("");
    },
  );
});

test("the README names the oldest tested compiler", async () => {
  const readme = await readFile(join(packageRoot, "README.md"), "utf8");

  expect(`typescript-${/TypeScript ≥ ([\d.]+\d)/.exec(readme)?.[1]}`).toBe(COMPILERS[0]);
});

/** Calls of operations with data of most shapes. */
const LISTED_CALLS = [
  'jobs.wait("x")',
  'documents.retrieve("x")',
  'documents.update("x", {})',
  'sites.retrieve("x")',
  'sites.listByCompany("x")',
  'meters.retrieve("x")',
  "team.retrieve()",
  "companies.list()",
  'companies.retrieve("x")',
  'connections.retrieve("x")',
  'jobs.retrieve("x")',
  'usageData.retrieve("x")',
  "ping.retrieve()",
  'invitations.retrieve("x")',
  "webhookPortal.retrieve()",
  'documents.listByCompany("x", { page: 2 }).first()',
  'documents.listBySite("x").toArray()',
  'usageData.listByMeter("x").first()',
  'usageData.listByCompany("x").total()',
  'meters.listBySite("x").first()',
  'meters.listByCompany("x").first()',
  'connections.listByCompany("x").first()',
  'intervals.listByConnection("x").first()',
  "datasources.search().first()",
  'invitations.listByCompany("x").first()',
  'sites.delete("x")',
  'companies.delete("x")',
  'usageData.delete("x")',
  'documents.listByConnection("x").first()',
  'meters.listByDocument("x").first()',
];

/** The calls that every version has, since the documents decide which those are. */
const CALLS = LISTED_CALLS.filter((call) => {
  const name = call.slice(0, call.indexOf("("));
  return apis.every(({ operations }) => Object.hasOwn(operations, name === "jobs.wait" ? "jobs.retrieve" : name));
});

/** Creates a program with a client of each version, and each of the calls on each client. */
function program(calls: readonly string[]): string {
  const versions = apis.map(({ version }) => ({ version, name: version.replace(".", "_") }));
  return [
    'import { createNectarClient } from "@nectar-sdk/client";',
    ...versions.map(({ version, name }) => `import { ${name} } from "@nectar-sdk/api-${version}";`),
    ...versions.map(({ name }) => `const client_${name} = createNectarClient(${name});`),
    ...versions.flatMap(({ name }) =>
      calls.map((call, index) => `export const r_${name}_${index} = await client_${name}.${call};`),
    ),
  ].join("\n");
}

/** Counts the type instantiations of a program. */
async function countInstantiations(compiler: string, source: string): Promise<number> {
  const folder = await mkdtemp(join(packageRoot, "test/package/types/program-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "program.ts"), source);
  const config = { extends: "../tsconfig.json", compilerOptions: { skipLibCheck: true }, include: ["program.ts"] };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
  const output = await compile(compiler, "-p", folder, "--extendedDiagnostics");
  expect(output).not.toContain("error TS");
  return Number(/^Instantiations:\s+(\d+)/m.exec(output)?.[1]);
}

describe.each(["typescript-5.9", "typescript-6"])("instantiations with %s", (compiler) => {
  test("a client of each version with thirty calls costs at most 1,000 instantiations", {
    timeout: 60_000,
  }, async () => {
    expect(CALLS.length).toBeGreaterThan(LISTED_CALLS.length / 2);
    expect(await countInstantiations(compiler, program(CALLS))).toBeLessThanOrEqual(1_000);
  });

  test("a further call costs at most 5 instantiations, even of another operation", {
    timeout: 60_000,
  }, async () => {
    const few = CALLS.slice(0, 5);
    const further = (CALLS.length - few.length) * apis.length;
    const cost =
      (await countInstantiations(compiler, program(CALLS))) - (await countInstantiations(compiler, program(few)));
    expect(cost / further).toBeLessThanOrEqual(5);
  });

  test("repeating a call costs no instantiations", { timeout: 60_000 }, async () => {
    const once = await countInstantiations(compiler, program(CALLS));
    expect(await countInstantiations(compiler, program([...CALLS, ...CALLS]))).toBe(once);
  });
});
