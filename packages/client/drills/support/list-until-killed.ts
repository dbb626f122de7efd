import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { connect } from "../../test/support/test-client.ts";

// Iterates over the list at a URL, logs each item, and stores its cursor every few items. It kills itself at a given point: at an item,
// before or after the temporary file is written, or after it is renamed. Arguments: URL, file of the cursor, log, concurrency, point.

const [url = "", cursorFile = "", log = "", concurrency = "1", killAt = "0"] = process.argv.slice(2);
const EVERY = 7;

let points = 0;
function mayDieHere(): void {
  points += 1;
  if (points === Number(killAt)) process.kill(process.pid, "SIGKILL");
}

function store(cursor: unknown): void {
  mayDieHere();
  writeFileSync(`${cursorFile}.tmp`, JSON.stringify(cursor));
  mayDieHere();
  renameSync(`${cursorFile}.tmp`, cursorFile);
  mayDieHere();
  appendFileSync(log, "stored\n");
}

const resumeFrom = existsSync(cursorFile) ? JSON.parse(readFileSync(cursorFile, "utf8")) : undefined;
const list = connect(url).documents.listByCompany("c", {}, { concurrency: Number(concurrency), resumeFrom });
let items = 0;
for await (const { id } of list) {
  appendFileSync(log, `${id}\n`);
  items += 1;
  mayDieHere();
  if (items % EVERY === 0) store(list.cursor);
}
store(list.cursor);
