import { callCost } from "./call-cost.ts";
import { coldImport } from "./cold-import.ts";
import { editorLatency } from "./editor-latency.ts";
import { pagingSpeed } from "./paging-speed.ts";

const { node, v8 } = process.versions;
console.log(`Node ${node}, V8 ${v8}, ${process.platform} ${process.arch}`);
console.log(await callCost());
console.log(await pagingSpeed());
console.log(coldImport());
console.log(editorLatency());
