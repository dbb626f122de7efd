import net from "node:net";

// Loaded before the linter: whatever it finds in a document, it reaches no address.
net.Socket.prototype.connect = () => {
  throw new Error("the linter has no network");
};
