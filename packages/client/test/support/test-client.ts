import { v2_2 } from "@nectar-sdk/api-v2.2";
import { createNectarClient, type NectarClient, type NectarClientOptions } from "../../src/index.ts";

/** A key that is easy to find in any output. */
export const KEY = "nectar-test-key-0123456789";

/** The types that an API version carries. */
export type TypesOf<Api> = Api extends { readonly types?: infer Types } ? NonNullable<Types> : never;

/** Creates a client of v2.2 for a test server. */
export function connect(baseUrl: string, options: NectarClientOptions = {}): NectarClient<TypesOf<typeof v2_2>> {
  return createNectarClient(v2_2, { apiKey: KEY, baseUrl, ...options });
}

/** Creates a client of v2.2 whose requests go only to a function. */
export function connectTo(
  fetch: NonNullable<NectarClientOptions["fetch"]>,
  options: NectarClientOptions = {},
): NectarClient<TypesOf<typeof v2_2>> {
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
