import { bytesAlive } from "../memory.ts";
import { connect } from "../test-client.ts";

// Iterates over a list at the URL of the first argument, and prints the peak number of additional bytes.

const { documents } = connect(process.argv[2] ?? "");

// A first run, so that modules loaded on first use do not count.
await documents.listByCompany("warm-up").toArray({ limit: 500 });
const before = await bytesAlive();
let peak = 0;
let items = 0;
for await (const _ of documents.listByCompany("c")) {
  items += 1;
  // In the middle of a page, with others fetched ahead.
  if (items % 2_000 === 50) peak = Math.max(peak, (await bytesAlive()) - before);
}
console.log(JSON.stringify({ items, peak }));
