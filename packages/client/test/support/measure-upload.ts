import { setTimeout as pause } from "node:timers/promises";
import { bytesAlive } from "./memory.ts";
import { connect } from "./test-client.ts";

// Uploads the file at the path of the second argument to the URL of the first, and prints how many bytes more than before were in use at most.

const [url = "", path = ""] = process.argv.slice(2);
const { jobs } = connect(url);

// Once before with a small file, so that nothing that is loaded on first use counts.
await jobs.submit("c", { document: new Blob(["%PDF-1.7"]) });
const before = await bytesAlive();
let peak = 0;
let samples = 0;
let isOver = false;
const upload = jobs.submit("c", { document: { path } }).then(() => {
  isOver = true;
});
while (!isOver) {
  peak = Math.max(peak, (await bytesAlive()) - before);
  samples += 1;
  // Collecting garbage without a pause would keep the upload from getting on.
  await pause(10);
}
await upload;
console.log(JSON.stringify({ peak, samples }));
