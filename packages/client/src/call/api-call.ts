import type { ApiCall, ApiResult } from "../contract.ts";
import { addCallSite } from "../errors/add-call-site.ts";

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

// An async function, so that the stack of an error names the function that awaits the call.
async function dataOf<T>(result: Promise<ApiResult<T>>): Promise<T> {
  return (await result).data;
}
