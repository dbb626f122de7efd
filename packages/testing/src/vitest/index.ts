import { join } from "node:path";
import { inject, type TestAPI, test } from "vitest";
import type { VersionFacts } from "../document/read-document.ts";
import { type MockServer, type MockServerOptions, type SharedPrism, startMockServer } from "../mock/mock-server.ts";
import { startPrism } from "../prism/start-prism.ts";
import { createRecorder } from "../recorder/create-recorder.ts";
import type { Recorder, RecorderOptions } from "../recorder/recorder.ts";
import "./provided.ts";
import { nameRecording } from "./name-recording.ts";

/** Fixtures of `createNectarTest`. */
export interface NectarFixtures<Version extends string> {
  /** A mock server for this test only, also when tests run concurrently. */
  mock: MockServer<Version>;
  /** A recorder for this test only: pass its `fetch` to the client. */
  recorder: Recorder;
}

/** Fixtures of a test file. */
export interface FileFixtures {
  /** Prism shared by the mock servers of a file: from the global setup, or one per file. */
  nectarPrism: SharedPrism;
}

/** Options of the mock servers and recorders of all tests. */
export interface NectarTestOptions
  extends Pick<MockServerOptions, "seed">,
    Pick<RecorderOptions, "mode" | "severities" | "redact"> {
  /**
   * Folder for the recordings, one file per test, relative to the current directory.
   *
   * Files of earlier runs stay: delete the folder before a run that measures coverage.
   *
   * @default none: recordings are not saved
   */
  readonly recordings?: string | undefined;
}

/**
 * Creates a `test` of vitest (3.2 or later) with the fixtures `mock` and `recorder`.
 *
 * @example
 * const test = createNectarTest(v2_2);
 * test("lists companies", async ({ mock, recorder }) => { … });
 */
export function createNectarTest<Version extends string>(
  api: VersionFacts & { readonly version: Version },
  { seed, recordings, ...recording }: NectarTestOptions = {},
): TestAPI<NectarFixtures<Version> & FileFixtures> {
  return test.extend<NectarFixtures<Version> & FileFixtures>({
    nectarPrism: [
      // biome-ignore lint/correctness/noEmptyPattern: vitest reads the needed fixtures from the pattern.
      async ({}, use) => {
        const url = inject("nectarPrisms")?.[api.version];
        if (url !== undefined) {
          await use({ url, version: api.version });
          return;
        }
        await using prism = await startPrism(api);
        await use(prism);
      },
      { scope: "file" },
    ],
    mock: async ({ nectarPrism }, use) => {
      await using mock = await startMockServer(api, { seed, prism: nectarPrism });
      await use(mock);
    },
    recorder: async ({ task }, use) => {
      const recorder = createRecorder(api, recording);
      await use(recorder);
      if (recordings === undefined) return;
      await recorder.settled();
      await recorder.save(join(recordings, nameRecording(task.file.name, task.name, task.id)));
    },
  });
}
