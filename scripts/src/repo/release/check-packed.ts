import { isArray, isObject, type JsonObject, objectIn, stringIn } from "@nectar-sdk/openapi/document";

const DEPENDENCIES = ["dependencies", "peerDependencies", "optionalDependencies"] as const;
const ENTRIES = ["main", "types", "exports", "typesVersions", "bin"] as const;
const INSTALL_SCRIPTS = ["preinstall", "install", "postinstall"] as const;

/**
 * Lists the problems of a packed package; empty when it can be published.
 *
 * @param files paths in the package
 */
export function checkPacked(manifest: JsonObject, files: ReadonlySet<string>): string[] {
  const missing = ["README.md", "LICENSE", ...listEntryFiles(manifest)].filter((file) => !files.has(file));
  const unwanted = [...files].filter((file) =>
    /(^|\/)(src|test|drills)\/|\.test\.|\.tsbuildinfo$|^tsconfig|^dist\/cjs\/.*\.map$/.test(file),
  );
  return [
    ...missing.map((file) => `${file} is not packed`),
    ...unwanted.map((file) => `${file} is packed, though no user needs it`),
    ...checkFields(manifest),
  ];
}

function checkFields(manifest: JsonObject): string[] {
  const scripts = objectIn(manifest, "scripts");
  const expectations: readonly [string, boolean][] = [
    ["`license` is missing", stringIn(manifest, "license") !== undefined],
    ['`type` is not "module"', manifest["type"] === "module"],
    ["`sideEffects` is not false", manifest["sideEffects"] === false],
    ["`engines.node` is missing", stringIn(manifest["engines"], "node") !== undefined],
    ["`exports` is missing", isObject(manifest["exports"])],
    ["`files` is missing", isArray(manifest["files"])],
    // It would win over the registry that the release is meant for.
    ["`publishConfig.registry` names a registry", objectIn(manifest, "publishConfig")["registry"] === undefined],
    ...INSTALL_SCRIPTS.map((name): [string, boolean] => [
      `the script \`${name}\` runs on the machines of users`,
      !Object.hasOwn(scripts, name),
    ]),
    ...Object.entries(objectIn(manifest, "exports")).map(([entry, target]): [string, boolean] => [
      `\`exports["${entry}"]\` does not begin with \`types\``,
      listConditions(target).every((conditions) => Object.keys(conditions)[0] === "types"),
    ]),
    ...listDependencies(manifest).map(([name, range]): [string, boolean] => [
      `${name} has the range ${range}, which only this workspace knows`,
      !/^(workspace|catalog|file|link):/.test(range),
    ]),
  ];
  return expectations.filter(([, holds]) => !holds).map(([problem]) => problem);
}

/** Lists the innermost conditions of an entry: those of each format, if it has two. */
function listConditions(target: unknown): JsonObject[] {
  if (!isObject(target)) return [];
  const { import: modules, require: commonJs } = target;
  return modules === undefined && commonJs === undefined ? [target] : [modules, commonJs].flatMap(listConditions);
}

/** Lists the files that the entries and the commands of a manifest name, and the package.json of each format. */
export function listEntryFiles(manifest: JsonObject): string[] {
  const files = ENTRIES.flatMap((field) => listTexts(manifest[field])).map((file) => file.replace(/^\.\//, ""));
  const formats = files.flatMap((file) => /^dist\/(?:esm|cjs)\//.exec(file) ?? []);
  return [...new Set([...files, ...formats.map((folder) => `${folder}package.json`)])];
}

function listTexts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (isArray(value)) return value.flatMap(listTexts);
  return isObject(value) ? Object.values(value).flatMap(listTexts) : [];
}

function listDependencies(manifest: JsonObject): [string, string][] {
  return DEPENDENCIES.flatMap((kind) => Object.entries(objectIn(manifest, kind))).map(([name, range]) => [
    name,
    String(range),
  ]);
}
