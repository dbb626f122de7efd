import { execFile } from "node:child_process";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { main as codegen } from "../src/codegen/main.ts";
import { main } from "../src/repo/spec-changeset/main.ts";
import { formatLock, lockEntry, readLock } from "../src/specs/lock/spec-lock.ts";
import { createRepositoryFactory } from "./support/fixture/invented-repository.ts";
import { unlinted } from "./support/unlinted.ts";
import { writeTexts } from "./support/write-texts.ts";

const execute = promisify(execFile);
const factory = await createRepositoryFactory();
afterAll(() => factory[Symbol.asyncDispose]());

const DOCUMENT = "specs/v0.3/openapi.json";
const CHANGESET = ".changeset/spec-v0.3.md";

let root: string;
let log: string[];
let errors: string[];

beforeEach(async () => {
  const repository = await factory.create();
  onTestFinished(() => repository[Symbol.asyncDispose]());
  root = repository.root;
  await write({
    "package.json": '{ "name": "root", "private": true }',
    "pnpm-workspace.yaml": "packages: [packages/*]\n",
    "pnpm-lock.yaml": "",
    ".changeset/config.json": "{}",
    "packages/webhooks/package.json": '{ "name": "@nectar-sdk/webhooks", "version": "0.1.0" }',
  });
  await git("init", "--quiet", "--initial-branch=main");
  await commit();
  await git("update-ref", "refs/remotes/origin/main", "HEAD");
});

async function git(...args: readonly string[]): Promise<void> {
  const identity = ["-c", "user.name=test", "-c", "user.email=test@example.com"];
  await execute("git", [...identity, ...args], { cwd: root });
}

async function commit(): Promise<void> {
  await git("add", "--all");
  await git("commit", "--quiet", "--message=all");
}

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  await writeTexts(root, files);
}

async function read(file: string): Promise<string> {
  return readFile(join(root, file), "utf8");
}

/** A document of the fixture, which is known to have these parts. */
interface Fixture {
  info: { description: string };
  components: { schemas: { Site: { properties: Record<string, object> } } };
  webhooks: Record<string, { post: { requestBody: { content: Record<string, { schema: object }> } } }>;
}

/** Changes the document and the lock as a pull would. */
async function edit(change: (document: Fixture) => void): Promise<void> {
  const document = JSON.parse(await read(DOCUMENT));
  change(document);
  const content = `${JSON.stringify(document, undefined, 2)}\n`;
  const lock = new Map(await readLock(join(root, "specs")));
  const source = { source: "test", origin: "upstream" } as const;
  lock.set("v0.3", lockEntry(content, source, lock.get("v0.3"), "2026-01-01"));
  await write({ [DOCUMENT]: content, "specs/specs.lock.json": formatLock(lock) });
}

/** Generates the packages again, as after a pull. */
async function generate(): Promise<void> {
  const problems: string[] = [];
  const code = await codegen([], root, { log: () => {}, error: (line) => problems.push(line) }, unlinted);
  expect(problems.join("\n")).toBe("");
  expect(code).toBe(0);
}

/** Puts the repository into the state after a release. */
async function release(): Promise<void> {
  await generate();
  await commit();
  await git("tag", "@nectar-sdk/api-v0.3@1.0.0");
  await git("update-ref", "refs/remotes/origin/main", "HEAD");
}

async function run(...args: readonly string[]): Promise<number> {
  log = [];
  errors = [];
  return main(args, root, { log: (line) => log.push(line), error: (line) => errors.push(line) });
}

async function listChangesets(): Promise<string[]> {
  return (await readdir(join(root, ".changeset"))).filter((file) => file.endsWith(".md")).sort();
}

function dropName({ components }: Fixture): void {
  delete components.schemas.Site.properties["name"];
}

function addHeight({ components }: Fixture): void {
  components.schemas.Site.properties["height"] = { type: "number" };
}

test("without a change of a document nothing is written", async () => {
  expect(await run()).toBe(0);
  expect(await listChangesets()).toEqual([]);
});

test("a property that is gone and one that is new are a major release, in sentences for users, the breaking one first", async () => {
  await edit((document) => {
    addHeight(document);
    dropName(document);
  });

  expect(await run()).toBe(0);

  expect(await listChangesets()).toEqual(["spec-v0.3.md"]);
  expect(await read(CHANGESET)).toMatch(
    /^---\n"@nectar-sdk\/api-v0\.3": major\n---\n\n- \*\*Breaking:\*\* `Site\.name` is gone; \d+ operations returned it\.\n- `Site\.height` is new; \d+ operations return it\.\n\n<!-- /,
  );
});

test("another wording alone is a patch, and is counted", async () => {
  await edit((document) => {
    document.info.description = "Bills of all kinds.";
  });

  await run();

  expect(await read(CHANGESET)).toContain('"@nectar-sdk/api-v0.3": patch');
  expect(await read(CHANGESET)).toContain("- 1 change of wording or structure, which neither messages nor types show.");
});

test("two pulls between releases add up, and a release starts from the new document", async () => {
  await release();
  await edit(dropName);
  await commit();
  await edit(addHeight);
  await commit();
  await git("update-ref", "refs/remotes/origin/main", "HEAD");

  await run();
  expect(await read(CHANGESET)).toContain("`Site.name` is gone");
  expect(await read(CHANGESET)).toContain("`Site.height` is new");

  await generate();
  await commit();
  await git("tag", "@nectar-sdk/api-v0.3@2.0.0");
  await run();
  expect(await listChangesets()).toEqual([]);
});

test("changes that a version has consumed are not described again before its tag", async () => {
  await release();
  await edit(dropName);
  await generate();
  await write({ "packages/api-v0.3/CHANGELOG.md": "## 2.0.0\n" });
  await commit();

  expect(await run("--check")).toBe(0);
  await run();
  expect(await listChangesets()).toEqual([]);
});

test("a second run overwrites its lines and keeps the words of a person", async () => {
  await edit(dropName);
  await run();
  await write({ [CHANGESET]: `${await read(CHANGESET)}\nUse \`address\` instead.\n` });
  await edit(addHeight);

  await run();

  const text = await read(CHANGESET);
  expect(text).toContain("`Site.height` is new");
  expect(text.trimEnd().endsWith("\n\nUse `address` instead.")).toBe(true);
  await run();
  expect(await read(CHANGESET)).toBe(text);
});

test("a pull that is taken back deletes the file, and prints the words of a person", async () => {
  await edit(addHeight);
  await run();
  await write({ [CHANGESET]: `${await read(CHANGESET)}\nIn metres.\n` });
  await edit(({ components }) => {
    delete components.schemas.Site.properties["height"];
  });

  await run();

  expect(await listChangesets()).toEqual([]);
  expect(log).toContain("In metres.");
});

test("a file of that name that the command did not write is kept", async () => {
  await write({ [CHANGESET]: '---\n"@nectar-sdk/api-v0.3": patch\n---\n\nMine.\n' });
  await edit(addHeight);

  expect(await run()).toBe(2);
  expect(errors[0]).toContain("Rename the file to keep it");
  expect(await read(CHANGESET)).toContain("Mine.");
});

test("a changed payload of a webhook releases the webhooks too", async () => {
  await edit(({ webhooks }) => {
    const [event] = Object.values(webhooks);
    const media = event?.post.requestBody.content["application/json"];
    if (media !== undefined) media.schema = { type: "object", properties: { other: { type: "string" } } };
  });

  await run();

  expect(await read(".changeset/spec-webhooks.md")).toContain('"@nectar-sdk/webhooks": major');
});

test("a change that no payload reaches does not release the webhooks", async () => {
  await edit(addHeight);

  await run();

  expect(await listChangesets()).toEqual(["spec-v0.3.md"]);
});

test("other code from the same document is a patch", async () => {
  await write({ "packages/api-v0.3/src/index.ts": `${await read("packages/api-v0.3/src/index.ts")}\n` });

  await run();

  expect(await read(CHANGESET)).toContain('"@nectar-sdk/api-v0.3": patch');
});

test("guides of migrate that follow a document are a patch of it", async () => {
  await write({ "packages/migrate/guides/v0.2-to-v0.3.md": "Other words.\n" });

  await run();

  expect(await read(".changeset/spec-migrate.md")).toContain('"@nectar-sdk/migrate": patch');
});

test("a version without a release is a first version", async () => {
  await git("rm", "-r", "--quiet", "--cached", "packages/api-v0.3");
  await git("commit", "--quiet", "--message=without");
  await git("update-ref", "refs/remotes/origin/main", "HEAD");

  await run();

  expect(await read(CHANGESET)).toContain('"@nectar-sdk/api-v0.3": major');
  expect(await read(CHANGESET)).toContain("- The first version.");
});

test.each([
  ["none", undefined],
  ["minor", "minor"],
])("changesets that say %s of a breaking change fail the check, with package, levels and ids", async (said, bump) => {
  await edit(dropName);
  if (bump !== undefined) {
    await write({ ".changeset/one.md": `---\n"@nectar-sdk/api-v0.3": ${bump}\n---\n\nLess.\n` });
  }

  expect(await run("--check")).toBe(1);
  expect(errors[0]).toMatch(
    new RegExp(
      `^specs:changeset: @nectar-sdk/api-v0\\.3: the changesets say ${said}, the document says major \\([0-9a-f]{12}\\)\\. Run`,
    ),
  );
});

test("a reason for a breaking change passes the check, and one whose id matches nothing fails it", async () => {
  await edit(dropName);
  await run("--check");
  const [id = ""] = /[0-9a-f]{12}/.exec(errors[0] ?? "") ?? [];
  await write({ ".changeset/one.md": '---\n"@nectar-sdk/api-v0.3": major\n---\n\nMore.\n' });

  await write({ "specs/decisions.yaml": `breaking:\n  "${id}": Never filled.\n` });
  expect(await run("--check")).toBe(0);

  await write({ "specs/decisions.yaml": 'breaking:\n  "0123456789ab": Never filled.\n' });
  expect(await run("--check")).toBe(1);
  expect(errors).toEqual([
    "specs:changeset: specs/decisions.yaml: no breaking change since the last release has the id 0123456789ab. Correct or delete it",
  ]);
});

test("changesets that say as much or more pass the check", async () => {
  await edit(addHeight);
  await write({ ".changeset/one.md": '---\n"@nectar-sdk/api-v0.3": major\n---\n\nMore.\n' });

  expect(await run("--check")).toBe(0);
});

test.each([
  ["broken front matter", "---\nno\n", ".changeset/one.md: "],
  ["a package that does not exist", '---\n"clent": minor\n---\n\nMore.\n', ".changeset/one.md names clent"],
])("a changeset with %s is refused in one line", async (_, text, message) => {
  await write({ ".changeset/one.md": text });

  expect(await run("--check")).toBe(2);
  expect(errors).toHaveLength(1);
  expect(errors[0]).toContain(message);
});

test.each(["nope", "--output=x", "HEAD:package.json"])("the commit %s is refused in one line", async (reference) => {
  expect(await run(`--since=${reference}`)).toBe(2);
  expect(errors).toEqual([
    `specs:changeset: ${reference} is not a commit of this repository: fetch it, or name another with --since`,
  ]);
});

test("without a release and without origin/main the cure is named", async () => {
  await git("update-ref", "-d", "refs/remotes/origin/main");
  await rm(join(root, ".git/packed-refs"), { force: true });

  expect(await run()).toBe(2);
  expect(errors[0]).toContain("origin/main is not a commit of this repository: fetch it, or name another with --since");
});
