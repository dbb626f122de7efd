import {
  type ApiDefinition,
  createNectarClient,
  type NectarClientOptions,
  type VersionTypes,
} from "@nectar-sdk/client";
import { createRecorder, type Recorder } from "@nectar-sdk/testing";
import { apis, newest } from "@nectar-sdk/versions";

/** A version with its client and recorder. The matrix calls operations by name, so the client is a plain object here. */
export interface TestedVersion {
  readonly version: string;
  readonly api: ApiDefinition<VersionTypes>;
  readonly createClient: (options: NectarClientOptions) => object;
  readonly createRecorder: () => Recorder;
}

function toTested(api: ApiDefinition<VersionTypes>): TestedVersion {
  return {
    version: api.version,
    api,
    createClient: (options) => createNectarClient(api, options),
    createRecorder: () => createRecorder(api),
  };
}

/** Every API version, oldest first. */
export const VERSIONS: readonly TestedVersion[] = apis.map(toTested);

/** The newest API version. */
export const NEWEST: TestedVersion = toTested(newest);
