import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkWorkflow } from "./check-workflows.ts";

const FOLDER = join(import.meta.dirname, "../../../../.github/workflows");
const COMMIT = "de0fac2e4500dabe0009e67214ff5f5447ce83dd";

const GOOD = `on: { push: { branches: [main] } }
permissions: {}
jobs:
  check:
    permissions: { contents: read }
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@${COMMIT} # v6.0.2
        with: { persist-credentials: false }
      - uses: ./.github/actions/own
      - run: bash .ci/run
`;

test("a workflow with pinned actions and few permissions has no problem", () => {
  expect(checkWorkflow("a.yml", GOOD)).toEqual([]);
});

test("the workflows of the repository have no problem", async () => {
  const files = await readdir(FOLDER);

  const problems = await Promise.all(
    files.map(async (file) => checkWorkflow(file, await readFile(join(FOLDER, file), "utf8"))),
  );

  expect(files).not.toEqual([]);
  expect(problems.flat()).toEqual([]);
});

test.each<[string, (text: string) => string, string]>([
  ["a tag", (text) => text.replace(COMMIT, "v6"), "a.yml:8: pin the action by its commit"],
  ["a short commit", (text) => text.replace(COMMIT, COMMIT.slice(0, 12)), "a.yml:8: pin the action by its commit"],
  ["a commit without a version", (text) => text.replace(" # v6.0.2", ""), "a.yml:8: pin the action by its commit"],
  ["no permissions at the top", (text) => text.replace("permissions: {}\n", ""), "a.yml: write permissions: {}"],
  [
    "permissions at the top",
    (text) => text.replace("permissions: {}", "permissions: { contents: write }"),
    "a.yml: write permissions: {}",
  ],
  ["a job without permissions", (text) => text.replace(/ +permissions: \{ contents.*\n/, ""), "a.yml: job check: list"],
  ["all permissions", (text) => text.replace("{ contents: read }", "write-all"), "a.yml: job check: list"],
  ["credentials that stay", (text) => text.replace(/ +with:.*\n/, ""), "a.yml: job check: set persist-credentials"],
  [
    "a token of npm",
    (text) => `${text}        env: { NODE_AUTH_TOKEN: "\${{ secrets.NPM }}" }\n`,
    "a.yml:12: NODE_AUTH_TOKEN outlives the run",
  ],
  ["code of strangers", (text) => text.replace("push:", "pull_request_target:"), "a.yml: pull_request_target"],
  ["no YAML", () => "jobs: [", "a.yml: is not a workflow"],
])("%s is one problem with its place", (_, change, message) => {
  const problems = checkWorkflow("a.yml", change(GOOD));

  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(message);
});
