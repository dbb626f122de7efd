import { join } from "node:path";
import { inject, type TestAPI, test } from "vitest";
import type { VersionFacts } from "../document/read-document.ts";
import { type MockServer, type MockServerOptions, type SharedPrism, startMockServer } from "../mock/mock-server.ts";
import { startPrism } from "../prism/start-prism.ts";
import { createRecorder } from "../recorder/create-recorder.ts";
import type { Recorder, RecorderOptions } from "../recorder/recorder.ts";
import "./provided.ts";
import { nameRecording } from "./name-recording.ts";

/** What a test of `createNectarTest` is given. */
export interface NectarFixtures<Version extends string> {
  /** A mock server of its own, with fresh scenarios and requests; also tests that run at the same time do not meet. */
  mock: MockServer<Version>;
  /** A recorder of its own: give its `fetch` to what sends the requests. */
  recorder: Recorder;
}

interface FileFixtures {
  /** The Prism that the mock servers of a file share: that of the global setup, or else one for the file. */
  nectarPrism: SharedPrism;
}

/** Options of every mock server and recorder that the tests are given. */
export interface NectarTestOptions
  extends Pick<MockServerOptions, "seed">,
    Pick<RecorderOptions, "mode" | "severities" | "redact"> {
  /**
   * Folder that keeps what each test recorded, in a file for each test, for `loadRecordings` and `nectar-contract`. Relative to the current
   * directory. Files of earlier runs stay; delete the folder before a run whose coverage counts.
   *
   * @default nothing is kept
   */
  readonly recordings?: string | undefined;
}

/** vitest's `test` with a mock server and a recorder of the API version for each test that asks for them. Needs vitest 3.2 or later. */
export function createNectarTest<Version extends string>(
  api: VersionFacts & { readonly version: Version },
  { seed, recordings, ...recording }: NectarTestOptions = {},
): TestAPI<NectarFixtures<Version> & FileFixtures> {
  return test.extend<NectarFixtures<Version> & FileFixtures>({
    nectarPrism: [
      // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern which fixtures are needed.
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
