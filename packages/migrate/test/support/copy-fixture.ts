import { cp, mkdir, mkdtemp, realpath, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const PACKAGE = join(import.meta.dirname, "../..");

/** A fixture in a temporary folder. */
export interface FixtureCopy extends AsyncDisposable {
  readonly root: string;
}

/** Copies a fixture and installs our packages there, as links; the copy goes when it is disposed. */
export async function copyFixture(
  name: string,
  packages: readonly string[] = ["api-v0.1", "api-v0.3", "client"],
): Promise<FixtureCopy> {
  const root = await realpath(await mkdtemp(join(tmpdir(), `migrate-${name}-`)));
  await cp(join(PACKAGE, "test/fixtures", name), root, { recursive: true });
  const links = packages.map((pkg): [string, string] => [
    `@nectar-sdk/${pkg}`,
    join(PACKAGE, "node_modules/@nectar-sdk", pkg),
  ]);
  if (name === "monorepo") links.push(["@acme/core", join(root, "packages/core")]);
  for (const [path, target] of links) {
    const link = join(root, "node_modules", path);
    await mkdir(dirname(link), { recursive: true });
    await symlink(await realpath(target), link);
  }
  return { root, [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }) };
}
