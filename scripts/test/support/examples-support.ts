import { fileURLToPath } from "node:url";

export const SPECS: string = fileURLToPath(new URL("../../../specs", import.meta.url));
