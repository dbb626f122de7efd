import { getEventListeners } from "node:events";
import { bytesAlive } from "../../test/support/memory.ts";
import { connect } from "../../test/support/test-client.ts";

// Repeats calls, lists and aborts by the hundred, and measures what remains after the first round and the last.

const nectar = connect(process.argv[2] ?? "", { maxRetries: 0 });
const longLived = new AbortController().signal;
const list = (company: string, signal: AbortSignal = longLived) =>
  nectar.documents.listByCompany(company, {}, { signal });
const quietly = (call: PromiseLike<unknown>): Promise<unknown> => Promise.resolve(call).catch(() => {});

async function leaveEarly(): Promise<void> {
  for await (const _ of list("c")) break;
}

async function abortWithin(): Promise<void> {
  const abort = new AbortController();
  const signal = AbortSignal.any([abort.signal, longLived]);
  let items = 0;
  for await (const _ of list("c", signal)) if (++items === 15) abort.abort();
}

async function abortUnderWay(): Promise<void> {
  const abort = new AbortController();
  const items = list("slow", abort.signal).toArray();
  setImmediate(() => abort.abort());
  await items;
}

async function abandonIterator(): Promise<void> {
  const items = list("c")[Symbol.asyncIterator]();
  await items.next();
  await items.return?.();
}

async function round(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1)
    await Promise.all([
      quietly(nectar.documents.retrieve("d", { signal: longLived })),
      quietly(nectar.documents.retrieve("missing", { signal: longLived })),
      quietly(nectar.documents.retrieve("slow", { deadline: 5 })),
      quietly(list("c").toArray()),
      quietly(leaveEarly()),
      quietly(abortWithin()),
      quietly(abortUnderWay()),
      quietly(abandonIterator()),
      quietly(
        list("slow")
          .first()
          .catch(() => {}),
      ),
      quietly(nectar.documents.listByCompany("slow", {}, { deadline: 5 }).toArray()),
    ]);
}

async function measure() {
  // Broken sockets take a moment to disappear.
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  const resources = process.getActiveResourcesInfo();
  const count = (name: string): number => resources.filter((resource) => resource.startsWith(name)).length;
  return {
    bytes: await bytesAlive(),
    timers: count("Timeout"),
    sockets: count("TCP"),
    listeners: getEventListeners(longLived, "abort").length,
  };
}

await round();
const first = await measure();
for (let turn = 0; turn < 3; turn += 1) await round();
const last = await measure();
console.log(JSON.stringify({ grown: last.bytes - first.bytes, ...last }));
process.exit();
