// Compares the public declarations of each hand-written package with `packages/<name>/etc/<entry>.api.md`, or writes these with `--write`.
// Run in the root of the repository, after a build. The declarations of a document, in `generated` folders, are left out: they change with it.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Extractor, ExtractorConfig } from "@microsoft/api-extractor";

const PACKAGES = ["client", "migrate", "openapi", "testing", "webhooks"];
/** Packages for Node see its types, the others those of browsers alone. */
const FOR_NODE = new Set(["migrate", "testing"]);
/** Constants whose types alone are part of the declarations, by `typeof`. */
const ONLY_TYPES = new Set(["DIRECTIONAL", "GRADES", "PLAIN", "REPORT_FORMATS", "RULES", "versionFields"]);
const isWriting = process.argv.includes("--write");

/** The entry points of a package that have declarations: `index` and its path, `runtime` and its path. */
function listEntries({ exports }) {
  return Object.entries(exports).flatMap(([entry, conditions]) => {
    const types = conditions.import?.types ?? conditions.types;
    return types === undefined ? [] : [{ name: entry === "." ? "index" : entry.slice(2).replaceAll("/", "-"), types }];
  });
}

/** Returns the report of an entry point, and the names that it uses without exporting them. */
async function extract(folder, name, { name: entry, types }) {
  const temporary = await mkdtemp(join(tmpdir(), "api-report-"));
  const isForNode = FOR_NODE.has(name);
  const compilerOptions = {
    ...{
      target: "esnext",
      module: "nodenext",
      moduleResolution: "nodenext",
      strict: true,
      skipLibCheck: true,
      noEmit: true,
    },
    lib: isForNode ? ["esnext"] : ["esnext", "dom", "dom.iterable"],
    types: isForNode ? ["node"] : [],
    typeRoots: [join(folder, "node_modules/@types")],
  };
  const config = ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(folder, "package.json"),
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: join(folder, types),
      newlineKind: "lf",
      compiler: { overrideTsconfig: { compilerOptions, include: ["dist/**/*.d.ts"] } },
      apiReport: {
        enabled: true,
        reportFolder: temporary,
        reportTempFolder: temporary,
        reportFileName: `${entry}.api.md`,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        extractorMessageReporting: { default: { logLevel: "none" }, "ae-forgotten-export": { logLevel: "warning" } },
        tsdocMessageReporting: { default: { logLevel: "none" } },
        compilerMessageReporting: { default: { logLevel: "error" } },
      },
    },
  });
  const forgotten = [];
  const errors = [];
  Extractor.invoke(config, {
    localBuild: true,
    messageCallback(message) {
      message.handled = true;
      const [, symbol] = /^The symbol "(.+?)"/.exec(message.text) ?? [];
      const isGenerated = message.sourceFilePath?.includes("/generated/");
      if (message.messageId === "ae-forgotten-export" && !isGenerated) forgotten.push(symbol);
      if (message.logLevel === "error") errors.push(message.text);
    },
  });
  if (errors.length > 0) throw new Error(errors.join("\n"));
  const report = await readFile(join(temporary, `${entry}.api.md`), "utf8");
  await rm(temporary, { recursive: true, force: true });
  return { report: dropWebhookEvents(report), exported: listExports(report), forgotten };
}

/** The events and payloads of the newest document. */
function dropWebhookEvents(report) {
  return report.replace(/\/\/ @public\nexport interface WebhookEvents \{\n[\s\S]*?\n\}\n\n/, "");
}

/** Names that a report exports. */
function listExports(report) {
  const declared = [
    ...report.matchAll(/^export (?:declare |abstract )*(?:type|interface|class|function|const|namespace) (\w+)/gm),
  ];
  return declared.map(([, symbol]) => symbol);
}

async function checkPackage(name) {
  const folder = join(process.cwd(), "packages", name);
  const manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const reports = new Map();
  for (const entry of listEntries(manifest)) reports.set(`${entry.name}.api.md`, await extract(folder, name, entry));
  const exported = new Set([...reports.values()].flatMap((entry) => entry.exported));
  const etc = join(folder, "etc");
  await mkdir(etc, { recursive: true });
  const problems = [];
  for (const [file, { report, forgotten }] of reports) {
    const hidden = [...new Set(forgotten)].filter((symbol) => !exported.has(symbol) && !ONLY_TYPES.has(symbol));
    if (hidden.length > 0) problems.push(`packages/${name}: no entry point exports ${hidden.join(", ")}`);
    const path = join(etc, file);
    const current = await readFile(path, "utf8").catch(() => undefined);
    if (current === report) continue;
    if (isWriting) await writeFile(path, report);
    else problems.push(`packages/${name}/etc/${file} differs from the declarations; run \`pnpm surface --write\``);
  }
  for (const file of await readdir(etc)) {
    if (reports.has(file)) continue;
    if (isWriting) await rm(join(etc, file));
    else problems.push(`packages/${name}/etc/${file} belongs to no entry point; run \`pnpm surface --write\``);
  }
  return problems;
}

const problems = [];
for (const name of PACKAGES) problems.push(...(await checkPackage(name)));
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
