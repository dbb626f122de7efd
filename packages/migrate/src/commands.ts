import { type ApiHistory, readHistory } from "./project/api-history.ts";
import type { Command } from "./shared/command.ts";

/** A command by what it does, loaded when it runs: most of them need no compiler. */
export interface CommandEntry {
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

/** Creates every command for an API, one folder each, in the order of the help. */
export function createCommands(history: ApiHistory): Readonly<Record<string, CommandEntry>> {
  return {
    diff: {
      summary: "lists the differences of two OpenAPI documents",
      load: async () => (await import("./diff/command.ts")).createDiff(history),
    },
    check: {
      summary: "lists what a new version breaks in this project",
      load: async () => (await import("./check/command.ts")).createCheck(history),
    },
    compare: {
      summary: "compares your data in two versions of the API; reads only",
      load: async () => (await import("./compare/command.ts")).createCompare(history),
    },
    guide: {
      summary: "prints a guide from one version to another",
      load: async () => (await import("./guide/command.ts")).createGuide(history),
    },
    apply: {
      summary: "edits this project for a new version",
      load: async () => (await import("./apply/command.ts")).createApply(history),
    },
    status: {
      summary: "lists what apply left to a person",
      load: async () => (await import("./status/command.ts")).status,
    },
  };
}

/** Every command for Nectar's API. */
export const COMMANDS: Readonly<Record<string, CommandEntry>> = createCommands(readHistory());
