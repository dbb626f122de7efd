import { v2_0 } from "@nectar-sdk/api-v2.0";
import { v2_1 } from "@nectar-sdk/api-v2.1";
import { v2_2 } from "@nectar-sdk/api-v2.2";
import { createNectarClient, type NectarClientOptions } from "@nectar-sdk/client";
import { createRecorder, type Recorder } from "@nectar-sdk/testing";
import type { VersionFacts } from "@nectar-sdk/testing/document";

/** A version with its client and recorder. The matrix calls operations by name, so the client is a plain object here. */
export interface TestedVersion {
  readonly version: string;
  readonly api: VersionFacts;
  readonly createClient: (options: NectarClientOptions) => object;
  readonly createRecorder: () => Recorder;
}

export const V2_0: TestedVersion = {
  version: "v2.0",
  api: v2_0,
  createClient: (options) => createNectarClient(v2_0, options),
  createRecorder: () => createRecorder(v2_0),
};

export const V2_1: TestedVersion = {
  version: "v2.1",
  api: v2_1,
  createClient: (options) => createNectarClient(v2_1, options),
  createRecorder: () => createRecorder(v2_1),
};

export const V2_2: TestedVersion = {
  version: "v2.2",
  api: v2_2,
  createClient: (options) => createNectarClient(v2_2, options),
  createRecorder: () => createRecorder(v2_2),
};

export const VERSIONS: readonly TestedVersion[] = [V2_0, V2_1, V2_2];
