import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

// Within the package, so that what it depends on is found, and where nothing else looks for tests.
const PLACE = join(import.meta.dirname, "../../reports");

/** A folder of files that goes with its scope. */
export interface Project extends AsyncDisposable {
  readonly folder: string;
}

/** Writes files, by name, into a folder of their own two levels below the package. */
export async function temporaryProject(files: Readonly<Record<string, string>>): Promise<Project> {
  await mkdir(PLACE, { recursive: true });
  const folder = await mkdtemp(join(PLACE, "project-"));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}
