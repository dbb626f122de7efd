import fc from "fast-check";
import { expect, test } from "vitest";
import type { BatchOptions } from "../../src/index.ts";
import { connectTo } from "../support/test-client.ts";
import { type Exchange, type Save, UploadProcess, UploadWorld } from "../support/uploads/upload-world.ts";

/** A run of the same program: its failures, and its concurrency. */
interface Run {
  readonly exchanges: readonly Exchange[];
  readonly saves: readonly Save[];
  readonly concurrency: number;
}

const anyExchange: fc.Arbitrary<Exchange> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Exchange>({ isAccepted: true, reply: "ok" }) },
  fc.record({ isAccepted: fc.constant(false), reply: fc.constantFrom(400, 404, 422, 429) }),
  // Errors that do not reveal whether the file has arrived.
  fc.record({ isAccepted: fc.boolean(), reply: fc.constantFrom<Exchange["reply"]>("lost", "dies", 408, 500, 503) }),
  fc.record({ isAccepted: fc.constant(true), reply: fc.constantFrom("html", "no id") }),
);
const anySave: fc.Arbitrary<Save> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Save>({ isStored: true, end: "done" }) },
  fc.record({ isStored: fc.boolean(), end: fc.constantFrom("throws", "dies") }),
);
const anyRun: fc.Arbitrary<Run> = fc.record({
  exchanges: fc.array(anyExchange, { maxLength: 8 }),
  saves: fc.array(anySave, { maxLength: 20 }),
  concurrency: fc.integer({ min: 1, max: 4 }),
});
/** Contents of the files; the same one may occur twice. */
const anyFiles = fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 10 });

const createContent = (number: number): string => `%PDF-1.7 bill ${number}`;

/** Runs the program until it ends or dies, and returns the status of each content. */
async function run(
  world: UploadWorld,
  numbers: readonly number[],
  { exchanges, saves, concurrency }: Run,
  resubmit?: BatchOptions<never>["resubmit"],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const process = new UploadProcess(world, exchanges, saves);
  // A dead process must not wake up later.
  const { jobs } = connectTo(process.fetch, { maxRetries: 0, timeout: Number.POSITIVE_INFINITY });
  const files = numbers.map((number) => new File([createContent(number)], `${number}.pdf`));
  const options = { interval: 1, concurrency, save: process.save, resumeFrom: world.manifest, resubmit };
  const statuses = new Map<string, Set<string>>();
  const iterate = async (): Promise<void> => {
    for await (const { index, status } of jobs.submitMany("c", files, options)) {
      const content = createContent(numbers[index] ?? Number.NaN);
      statuses.set(content, (statuses.get(content) ?? new Set()).add(status));
    }
  };
  await Promise.race([
    iterate().catch((error) => expect(error).toMatchObject({ message: "the disk is full" })),
    process.death,
  ]);
  return statuses;
}

const LUCKY: Run = { exchanges: [], saves: [], concurrency: 3 };

test("content is never accepted twice or forgotten, regardless of what servers, disks and processes do", () =>
  fc.assert(
    fc.asyncProperty(anyFiles, fc.array(anyRun, { maxLength: 4 }), async (files, runs) => {
      const world = new UploadWorld();

      for (const misfortune of runs) {
        await run(world, files, misfortune);
        expect(Math.max(0, ...world.accepted.values())).toBeLessThanOrEqual(1);
      }
      const statuses = await run(world, files, LUCKY);

      expect(Math.max(0, ...world.accepted.values())).toBeLessThanOrEqual(1);
      expect(new Set(statuses.keys())).toEqual(new Set(files.map(createContent)));
      for (const [content, found] of statuses) {
        const [status, ...others] = found;
        expect(others).toEqual([]);
        expect(status === "completed" ? world.accepted.get(content) : status).toBe(
          status === "completed" ? 1 : "uncertain",
        );
      }
    }),
    { numRuns: 300 },
  ));

test("with resubmit, each file arrives in the end, and no file is sent a third time automatically", () =>
  fc.assert(
    fc.asyncProperty(anyFiles, anyRun, anyRun, async (files, misfortune, another) => {
      const world = new UploadWorld();
      await run(world, files, misfortune);
      const before = new Map(world.accepted);
      const statuses = await run(world, files, LUCKY, "uncertain");
      const after = new Map(world.accepted);

      await run(world, files, another);

      expect([...statuses.values()].map((found) => [...found])).toEqual([...statuses].map(() => ["completed"]));
      for (const content of files.map(createContent)) {
        expect(after.get(content)).toBeGreaterThanOrEqual(1);
        expect(after.get(content)).toBeLessThanOrEqual((before.get(content) ?? 0) + 1);
      }
      expect(world.accepted).toEqual(after);
    }),
    { numRuns: 150 },
  ));
