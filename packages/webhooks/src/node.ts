export {
  type IncomingRequest,
  type NodeHandler,
  type OutgoingResponse,
  toNodeHandler,
} from "./handler/to-node-handler.ts";
