import { mkdir, realpath, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** The packages that a project installs, of both versions. */
const PACKAGES = ["api-v2.0", "api-v2.2", "client"];

const TSCONFIG = {
  compilerOptions: { module: "nodenext", target: "es2023", strict: true, noEmit: true, skipLibCheck: true, types: [] },
  include: ["src"],
};

/**
 * Writes a project of many modules, each of which imports the one with half its number. One in ten uses the API; with
 * their importers, these are two thirds of all.
 *
 * @param root an empty folder
 */
export async function writeProject(root: string, files: number): Promise<void> {
  await mkdir(join(root, "src"), { recursive: true });
  const dependencies = { "@nectar-sdk/api-v2.0": "^0.1.0", "@nectar-sdk/client": "^0.1.0" };
  await writeFile(join(root, "package.json"), `${JSON.stringify({ type: "module", dependencies }, null, 2)}\n`);
  await writeFile(join(root, "tsconfig.json"), JSON.stringify(TSCONFIG));
  for (let index = 0; index < files; index += 1) {
    const code = formatModule(index) + (index % 10 === 9 ? formatApiUse(index) : "");
    await writeFile(join(root, `src/module-${index}.ts`), code);
  }
  for (const name of PACKAGES) {
    const link = join(root, "node_modules/@nectar-sdk", name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(await realpath(join(import.meta.dirname, "../node_modules/@nectar-sdk", name)), link);
  }
}

function formatModule(index: number): string {
  const half = Math.floor(index / 2);
  const imported = index === 0 ? "" : `import { sumKind${half}, type Row${half} } from "./module-${half}.js";\n`;
  const earlier = index === 0 ? "0" : `sumKind${half}(rows as readonly Row${half}[], kind)`;
  return `${imported}
/** A row of table ${index}. */
export interface Row${index} {
  readonly id: string;
  readonly kind: "a" | "b" | "c";
  readonly amounts: readonly number[];
  readonly note?: string | undefined;
}

export function sumKind${index}(rows: readonly Row${index}[], kind: Row${index}["kind"]): number {
  const amounts = rows.filter((row) => row.kind === kind).flatMap((row) => [...row.amounts]);
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

export function groupRows${index}(rows: readonly Row${index}[]): Map<Row${index}["kind"], Row${index}[]> {
  const groups = new Map<Row${index}["kind"], Row${index}[]>();
  for (const row of rows) {
    const group = groups.get(row.kind) ?? [];
    group.push({ ...row, note: row.note?.trim() ?? \`row \${row.id}\` });
    groups.set(row.kind, group);
  }
  return groups;
}

export async function compare${index}(rows: readonly Row${index}[], kind: Row${index}["kind"]): Promise<number> {
  const groups = await Promise.all([...groupRows${index}(rows).values()].map(async (group) => group.length));
  return Math.max(0, ...groups) - ${earlier};
}
`;
}

function formatApiUse(index: number): string {
  return `
import { type UsageData, v2_0 } from "@nectar-sdk/api-v2.0";
import { createNectarClient } from "@nectar-sdk/client";

const nectar = createNectarClient(v2_0, { apiKey: "key" });

export function describe${index}(usage: UsageData): string {
  const { serviceAddress = "unknown", ...rest } = usage;
  return \`\${serviceAddress}: \${rest.timeOfUse ?? "all day"}\`;
}

export async function readRaw${index}(id: string): Promise<string | undefined> {
  const { data } = await nectar.raw.GET("/usage/{msud_id}", { params: { path: { msud_id: id } } });
  return data?.timeOfUse ?? undefined;
}

export async function countBills${index}(company: string): Promise<number> {
  let count = 0;
  for await (const bill of nectar.documents.listByCompany(company)) count += bill.id === "" ? 0 : 1;
  return count;
}
`;
}
