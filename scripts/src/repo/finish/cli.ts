import { appendFile, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseCommandLine, printText, reportFailure } from "../../shared/command-line.ts";
import { terminal } from "../../shared/terminal.ts";
import { runGh } from "../drift/run-gh.ts";
import { openRegistry, readRegistryUrl } from "../release/registry-client.ts";
import { readReleaseList } from "../release/release-list.ts";
import { finishRelease, listArtifacts } from "./finish-release.ts";

const USAGE = `Usage: pnpm release:finish

Tags what maintainers approved: for each artifact of release.yml, compares its tarballs with the registry, and creates tags and releases on
GitHub. Needs gh with a token. It can be repeated.

  --help  this text`;

const ARTIFACTS = "repos/{owner}/{repo}/actions/artifacts?name=release&per_page=100";

async function finish(): Promise<boolean> {
  const readReleases = openRegistry(await readRegistryUrl("@nectar-sdk"));
  const artifacts = listArtifacts(await runGh(["api", ARTIFACTS]));
  const folder = await mkdtemp(join(tmpdir(), "finish-"));
  let isRight = true;
  let count = 0;
  try {
    for (const { runId } of artifacts) {
      const place = join(folder, String(runId));
      await runGh(["run", "download", String(runId), "--name", "release", "--dir", place]);
      const [list, files] = [await readReleaseList(place), await readdir(place)];
      const { released, pending, problems } = await finishRelease({
        list,
        folder: place,
        files,
        gh: runGh,
        readReleases,
      });
      for (const tag of released) terminal.log(`released: ${tag}`);
      for (const tag of pending) terminal.log(`not approved: ${tag}`);
      for (const problem of problems) terminal.error(`release:finish: ${problem}`);
      isRight &&= problems.length === 0;
      count += released.length;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const output = process.env["GITHUB_OUTPUT"];
  if (output !== undefined) await appendFile(output, `count=${count}\n`);
  return isRight;
}

try {
  const { values } = parseCommandLine(process.argv.slice(2), {
    help: { type: "boolean", short: "h", default: false },
  });
  if (values.help) printText(USAGE, terminal.log);
  else if (!(await finish())) process.exitCode = 1;
} catch (error) {
  process.exitCode = reportFailure("release:finish", error, terminal);
}
