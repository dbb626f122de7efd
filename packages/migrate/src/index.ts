export { main } from "./cli.ts";
export type { CommandEntry } from "./commands.ts";
export { type CompareOptions, compareVersions, type List, type ReadList } from "./compare/compare-versions.ts";
export type {
  BothSides,
  Comparison,
  DifferenceExample,
  FieldDifference,
  UsageTotal,
} from "./compare/comparison.ts";
export type { Command, Output, Surroundings } from "./shared/command.ts";
