import { v2_2 } from "@nectar-sdk/api-v2.2";
import { createNectarClient, type NectarClient, type NectarClientOptions } from "../../src/index.ts";

/** A key that is found wherever it turns up. */
export const KEY = "nectar-test-key-0123456789";

/** What the value of an API version carries as its types. */
export type TypesOf<Api> = Api extends { readonly types?: infer Types } ? NonNullable<Types> : never;

/** A client of v2.2 for a server of a test. */
export function connect(baseUrl: string, options: NectarClientOptions = {}): NectarClient<TypesOf<typeof v2_2>> {
  return createNectarClient(v2_2, { apiKey: KEY, baseUrl, ...options });
}

/** A client of v2.2 whose requests go nowhere but to a function. */
export function connectTo(
  fetch: NonNullable<NectarClientOptions["fetch"]>,
  options: NectarClientOptions = {},
): NectarClient<TypesOf<typeof v2_2>> {
  return connect("https://nectar.example", { fetch, ...options });
}

/** The error of a call that has to fail. */
export async function failureOf(call: PromiseLike<unknown>): Promise<unknown> {
  const outcome = await Promise.resolve(call).then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ("error" in outcome) return outcome.error;
  throw new Error(`the call succeeded: ${JSON.stringify(outcome.value)}`);
}
