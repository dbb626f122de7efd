import { bytesAlive } from "../memory.ts";
import { connect } from "../test-client.ts";

// Iterates over a list at the URL that the first argument names, and prints how many bytes more than before were in use at most.

const { documents } = connect(process.argv[2] ?? "");

// Once before, so that nothing that is loaded on first use counts.
await documents.listByCompany("warm-up").toArray({ limit: 500 });
const before = await bytesAlive();
let peak = 0;
let items = 0;
for await (const _ of documents.listByCompany("c")) {
  items += 1;
  // In the middle of a page, with others ahead.
  if (items % 2_000 === 50) peak = Math.max(peak, (await bytesAlive()) - before);
}
console.log(JSON.stringify({ items, peak }));
