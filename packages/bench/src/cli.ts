import { parseArgs } from "node:util";
import { measureCallCost } from "./call-cost.ts";
import { measureColdImport } from "./cold-import.ts";
import { measureDiffSpeed } from "./diff-speed.ts";
import { measureEditorLatency } from "./editor-latency.ts";
import { measureMigrateSpeed } from "./migrate-speed.ts";
import { measurePagingSpeed } from "./paging-speed.ts";

// `pnpm bench --base main`: the revision to compare with. A clean tree compared with HEAD shows the noise of the machine.
const { base } = parseArgs({ options: { base: { type: "string", default: "HEAD" } } }).values;
const { node, v8 } = process.versions;
console.log(`Node ${node}, V8 ${v8}, ${process.platform} ${process.arch}`);
console.log(await measureCallCost({ base }));
console.log(await measurePagingSpeed());
console.log(measureColdImport());
console.log(measureEditorLatency());
console.log(await measureDiffSpeed());
console.log(await measureMigrateSpeed());
