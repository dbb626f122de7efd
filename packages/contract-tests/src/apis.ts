import { v2_0 } from "@nectar-sdk/api-v2.0";
import { v2_1 } from "@nectar-sdk/api-v2.1";
import { v2_2 } from "@nectar-sdk/api-v2.2";
import { createNectarClient, type NectarClientOptions } from "@nectar-sdk/client";

/** Every version with its client. The matrix calls operations by name, so the client is an object among others here. */
export const VERSIONS = [
  { version: "v2.0", api: v2_0, createClient: (options: NectarClientOptions): object => createNectarClient(v2_0, options) },
  { version: "v2.1", api: v2_1, createClient: (options: NectarClientOptions): object => createNectarClient(v2_1, options) },
  { version: "v2.2", api: v2_2, createClient: (options: NectarClientOptions): object => createNectarClient(v2_2, options) },
] as const;

export type TestedVersion = (typeof VERSIONS)[number];
