import net from "node:net";

// Loaded before the linter, so that no document makes it connect to an address.
net.Socket.prototype.connect = () => {
  throw new Error("the linter has no network");
};
