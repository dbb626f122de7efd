import { expect, test } from "vitest";
import { createProject, VERSIONS } from "../test/support/apply-to.ts";
import { finishByHand } from "../test/support/finish-by-hand.ts";
import { COMPILERS, FIXTURE_PROGRAMS, listFixtures, typeCheck } from "../test/support/fixture-program.ts";
import { runGit } from "../test/support/init-git.ts";
import { runMain } from "../test/support/run-main.ts";

test.each(listFixtures())("%s: TypeScript 5.9, 6 and 7 find exactly the errors that apply counts", async (name) => {
  await using project = await createProject(name);
  const countErrors = async () => {
    const counts: number[] = [];
    // One after another: compilers with project references write into the same folders.
    for (const compiler of COMPILERS) {
      counts.push((await typeCheck(compiler, FIXTURE_PROGRAMS[name], project.root)).length);
    }
    return counts;
  };
  const before = await countErrors();

  const { out } = await runMain(project.root, "apply", ...VERSIONS);
  const left = Number(out.join("\n").match(/(\d+) errors left/)?.[1]);
  const applied = await countErrors();
  await finishByHand(name, project.root);
  const finished = await countErrors();
  runGit(project.root, "commit", "--all", "--quiet", "--message", "finished");
  const again = await runMain(project.root, "apply", ...VERSIONS);

  expect([before, applied, finished]).toEqual([
    [0, 0, 0],
    [left, left, left],
    [0, 0, 0],
  ]);
  expect([again.code, again.out.at(-1)]).toEqual([0, "applied 0, marked 0, 0 errors left"]);
});
