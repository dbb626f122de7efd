import { fileURLToPath } from "node:url";

export const SPECS: string = fileURLToPath(new URL("../../../specs", import.meta.url));

export const VERSIONS = ["v2.0", "v2.1", "v2.2"] as const;
