import type { ApiCall, ApiResult } from "../contract.ts";
import { addCallSite } from "../errors/add-call-site.ts";
import type { Call } from "./call.ts";

/** A promise of the data that can give the response as well, of one and the same exchange. */
export function apiCall<T>(result: Promise<ApiResult<T>>): ApiCall<T> {
  const data = dataOf(result);
  return Object.assign(data, {
    withResponse: async () => {
      // Whoever asks for the response handles the error there.
      data.catch(() => {});
      try {
        return await result;
      } catch (error) {
        throw addCallSite(error);
      }
    },
  });
}

// Async functions all the way, so that the stack of an error names whoever awaits the call.

/** Makes and sends a call; an answer of failure becomes an error. */
export async function resultOf(makeCall: () => Call): Promise<ApiResult<unknown>> {
  const call = makeCall();
  const { data, error, response } = await call.send();
  if (!response.ok) throw call.toError({ error, response });
  return { data, response };
}

async function dataOf<T>(result: Promise<ApiResult<T>>): Promise<T> {
  return (await result).data;
}
