import { parseArgs } from "node:util";
import { callCost } from "./call-cost.ts";
import { coldImport } from "./cold-import.ts";
import { editorLatency } from "./editor-latency.ts";
import { pagingSpeed } from "./paging-speed.ts";

// `pnpm bench --base main`: the revision to compare with. A clean tree compared with HEAD shows the noise of the machine.
const { base } = parseArgs({ options: { base: { type: "string", default: "HEAD" } } }).values;
const { node, v8 } = process.versions;
console.log(`Node ${node}, V8 ${v8}, ${process.platform} ${process.arch}`);
console.log(await callCost({ base }));
console.log(await pagingSpeed());
console.log(coldImport());
console.log(editorLatency());
