import { bytesAlive } from "../memory.ts";
import { connect } from "../test-client.ts";

// Uploads the files at the paths of the third and further arguments to the URL of the first, with the concurrency of the second. Prints the
// peak number of additional bytes.

const [url = "", concurrency = "", ...paths] = process.argv.slice(2);
const { jobs } = connect(url);

// A first run with a small file, so that modules loaded on first use do not count.
await jobs.submit("c", { document: new Blob(["%PDF-1.7"]) });
const before = await bytesAlive();
let peak = 0;
let settled = 0;
let sampling = Promise.resolve();
const batch = jobs.submitMany(
  "c",
  paths.map((path) => ({ path })),
  {
    concurrency: Number(concurrency),
    interval: 10,
    // Each file is in memory when it is recorded, and again when it was sent.
    save: () => {
      sampling = sampling.then(async () => {
        peak = Math.max(peak, (await bytesAlive()) - before);
      });
      return sampling;
    },
  },
);
for await (const { status } of batch) if (status === "completed") settled += 1;
console.log(JSON.stringify({ peak, settled }));
