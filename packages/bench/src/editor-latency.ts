import { join } from "node:path";
import { apis, newest } from "@nectar-sdk/versions";
import ts from "typescript-5.9";
import { findMedian } from "./measure.ts";
import { formatReport } from "./report.ts";

const ROUNDS = 15;
const FILE = join(import.meta.dirname, "program.ts");

/** Lines of code; `|` marks the position of the completion. */
const POSITIONS = {
  "nectar, method": "await nectar.documents.|",
  "nectar, parameter key": 'nectar.documents.listByCompany("x", { | })',
  "nectar, result member": '(await nectar.documents.retrieve("x")).|',
  "openapi-fetch, path": 'await bare.GET("|")',
  "openapi-fetch, parameter key":
    'bare.GET("/document/company/{company_id}", { params: { path: { company_id: "x" }, query: { | } } })',
  "openapi-fetch, result member":
    '(await bare.GET("/document/{document_id}", { params: { path: { document_id: "x" } } })).data!.|',
};

const PROLOGUE = `import createClient from "openapi-fetch";
import { createNectarClient } from "@nectar-sdk/client";
${apis.map(({ version }) => `import { ${toIdentifier(version)} } from "@nectar-sdk/api-${version}";`).join("\n")}
import type { paths } from "@nectar-sdk/api-${newest.version}/schema";
const nectar = createNectarClient(${toIdentifier(newest.version)});
const all = [${apis.map(({ version }) => `createNectarClient(${toIdentifier(version)})`).join(", ")}];
const bare = createClient<paths>();
`;

function toIdentifier(version: string): string {
  return version.replace(".", "_");
}

/** Measures a completion of the language service after an edit, with every API version loaded. */
export function measureEditorLatency(): string {
  const figures = Object.entries(POSITIONS).map(([name, line]) => {
    const value = findMedian(Array.from({ length: ROUNDS }, (_, round) => complete(line, round)).slice(1));
    return { name, value, unit: "ms" as const, ...(name.startsWith("nectar") && { goal: 15 }) };
  });
  return formatReport("Warm completion in the editor (TypeScript 5.9)", figures);
}

let text = "";
let version = 0;

const service = ts.createLanguageService({
  getScriptFileNames: () => [FILE],
  getScriptVersion: (name) => (name === FILE ? String(version) : "1"),
  getScriptSnapshot: (name) => {
    const content = name === FILE ? text : ts.sys.readFile(name);
    return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
  },
  getCurrentDirectory: () => import.meta.dirname,
  getCompilationSettings: () => ({
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    types: [],
  }),
  getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
  fileExists: (name) => name === FILE || ts.sys.fileExists(name),
  readFile: (name) => (name === FILE ? text : ts.sys.readFile(name)),
  directoryExists: ts.sys.directoryExists,
  getDirectories: ts.sys.getDirectories,
  ...(ts.sys.realpath && { realpath: ts.sys.realpath }),
});

function complete(line: string, round: number): number {
  version += 1;
  const before = `${PROLOGUE}// edit ${round}\n`;
  text = before + line.replace("|", "");
  const start = performance.now();
  const completions = service.getCompletionsAtPosition(FILE, before.length + line.indexOf("|"), {});
  const time = performance.now() - start;
  if (completions === undefined || completions.entries.length === 0) throw new Error(`no completions at ${line}`);
  return time;
}
