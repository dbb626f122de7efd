import { v0_3 } from "@nectar-sdk/api-v0.3";
import { createNectarClient, type NectarClient, type NectarClientOptions } from "../../src/index.ts";

/** A key that is easy to find in any output. */
export const KEY = "nectar-test-key-0123456789";

/** The types that an API version carries. */
export type TypesOf<Api> = Api extends { readonly types?: infer Types } ? NonNullable<Types> : never;

/** Creates a client of v0.3 for a test server. */
export function connect(baseUrl: string, options: NectarClientOptions = {}): NectarClient<TypesOf<typeof v0_3>> {
  return createNectarClient(v0_3, { apiKey: KEY, baseUrl, ...options });
}

/** Creates a client of v0.3 whose requests go only to a function. */
export function connectTo(
  fetch: NonNullable<NectarClientOptions["fetch"]>,
  options: NectarClientOptions = {},
): NectarClient<TypesOf<typeof v0_3>> {
  return connect("https://nectar.example", { fetch, ...options });
}

/** Returns the error of a call that must fail. */
export async function catchError(call: PromiseLike<unknown>): Promise<unknown> {
  const outcome = await Promise.resolve(call).then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ("error" in outcome) return outcome.error;
  throw new Error(`the call succeeded: ${JSON.stringify(outcome.value)}`);
}
