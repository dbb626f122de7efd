import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

// Inside the package, so that its dependencies resolve, and outside the test folders.
const PLACE = join(import.meta.dirname, "../../reports");

/** A folder that is deleted with its scope. */
export interface Project extends AsyncDisposable {
  readonly folder: string;
}

/** Writes files by name into a new folder two levels below the package. */
export async function temporaryProject(files: Readonly<Record<string, string>>): Promise<Project> {
  await mkdir(PLACE, { recursive: true });
  const folder = await mkdtemp(join(PLACE, "project-"));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}
