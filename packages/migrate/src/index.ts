export { main } from "./cli.ts";
export type { Output, Surroundings } from "./shared/command.ts";
