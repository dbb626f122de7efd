import net from "node:net";

// Loaded before the linter, so that no document can make it open a connection.
net.Socket.prototype.connect = () => {
  throw new Error("the linter has no network");
};
