import type { IConfiguration, IForbiddenRuleType, IRegularAllowedRuleType } from "dependency-cruiser";
import { ARROWS, type Arrow, FLOORS, type Floor, SEAMS } from "./rules.ts";

const SOURCE = "^(packages/[^/]+|scripts|examples/[^/]+)/src/";
const TESTS = "\\.test\\.ts$";

/** The rules of this repository in the language of dependency-cruiser, https://github.com/sverweij/dependency-cruiser. */
const configuration: IConfiguration = {
  // An import in a `src` folder that no entry allows is a violation, so a new package has to draw its arrow.
  allowedSeverity: "error",
  allowed: [
    { from: {}, to: { dependencyTypes: ["core"] } },
    // Tests, configuration and generated folders may import what they need.
    { from: { pathNot: SOURCE }, to: {} },
    { from: { path: TESTS }, to: {} },
    ...ARROWS.map(allowImports),
  ],
  forbidden: [
    {
      name: "no-circle",
      comment: "Move what both files need into a lower one; types count.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-foreign-src",
      comment: "Import the other package by its name.",
      severity: "error",
      from: { path: "^(packages/[^/]+|scripts|examples/[^/]+)/" },
      // The private package of all versions has no build: its entry is its source.
      to: { path: SOURCE, pathNot: ["^$1/", exactly("packages/versions/src/index.ts")] },
    },
    ...SEAMS.map(
      ({ dependency, file, folder }): IForbiddenRuleType => ({
        name: `only-one-file-imports-${dependency}`,
        comment: `Use ${file}.`,
        severity: "error",
        from: { path: below(folder), pathNot: [exactly(file), TESTS] },
        to: { path: packages([dependency]) },
      }),
    ),
    ...Object.entries(FLOORS).flatMap(([folder, floors]) => forbidUpwardImports(folder, floors)),
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: ["node_modules", "/dist/"] },
    exclude: { path: ["/fixtures/", "/reports/"] },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["types", "import", "node", "default"] },
  },
};

export default configuration;

function allowImports({ folder, may }: Arrow): IRegularAllowedRuleType {
  const ownSource = folder.slice(0, folder.indexOf("/src") + "/src".length);
  const specific = ARROWS.filter((other) => other.folder.startsWith(`${folder}/`));
  return {
    from: { path: below(folder), pathNot: specific.map((other) => below(other.folder)) },
    to: { path: [below(ownSource), ...packages(may)] },
  };
}

/** Rules that keep every import of a package on its floor or below, and one that each room has a floor. */
function forbidUpwardImports(folder: string, floors: readonly Floor[]): IForbiddenRuleType[] {
  const named = floors.flat().filter((room) => room !== ".");
  const toPath = (room: string): string =>
    room === "."
      ? `^${toPattern(folder)}/(?!(${named.map(toPattern).join("|")})$)[^/]+$`
      : `^${toPattern(folder)}/${toPattern(room)}(/|$)`;
  const upward = floors.map(
    (floor, index): IForbiddenRuleType => ({
      name: `no-upward-import-from-${folder}/${[floor].flat().join(",")}`,
      comment: "Move what is needed to a lower floor, or the importing file to a higher one.",
      severity: "error",
      from: { path: [floor].flat().map(toPath), pathNot: TESTS },
      to: {
        path: floors
          .slice(index + 1)
          .flat()
          .map(toPath),
      },
    }),
  );
  const homeless: IForbiddenRuleType = {
    name: `no-room-without-floor-in-${folder}`,
    comment: "Give the room a floor in scripts/src/repo/arrows/rules.ts.",
    severity: "error",
    from: { path: below(folder), pathNot: [...floors.flat().map(toPath), TESTS] },
    to: { path: below(folder) },
  };
  return [...upward.slice(0, -1), homeless];
}

/** Packages by name: installed ones, ones of the workspace, and names that cannot be resolved before the build. */
function packages(names: readonly string[]): string[] {
  return names.flatMap((name) => [
    `(^|/)node_modules/(@types/)?${toPattern(name)}/`,
    `^packages/${toPattern(name.replace("@nectar-sdk/", ""))}/`,
    `^${toPattern(name)}(/|$)`,
  ]);
}

function below(folder: string): string {
  return `^${toPattern(folder)}/`;
}

function exactly(file: string): string {
  return `^${toPattern(file)}$`;
}

/** A regular expression for a path, where `*` matches any characters except `/`. */
function toPattern(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", "[^/]*");
}
