export { type NodeHandler, toNodeHandler } from "./handler/to-node-handler.ts";
