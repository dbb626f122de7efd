import type { Command } from "./shared/command.ts";

/** A command by what it does, loaded when it runs: most of them need no compiler. */
export interface CommandEntry {
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

/** Every command, one folder each, in the order of the help. */
export const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  diff: {
    summary: "lists the differences of two OpenAPI documents",
    load: async () => (await import("./diff/command.ts")).diff,
  },
  check: {
    summary: "lists what a new version breaks in this project",
    load: async () => (await import("./check/command.ts")).check,
  },
  compare: {
    summary: "compares your data in two versions of the API; reads only",
    load: async () => (await import("./compare/command.ts")).compare,
  },
  guide: {
    summary: "prints a guide from one version to another",
    load: async () => (await import("./guide/command.ts")).guide,
  },
  apply: {
    summary: "edits this project for a new version",
    load: async () => (await import("./apply/command.ts")).apply,
  },
  status: {
    summary: "lists what apply left to a person",
    load: async () => (await import("./status/command.ts")).status,
  },
};
