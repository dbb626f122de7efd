import type { ApiCall, ApiResult } from "../contract.ts";
import { addCallSite } from "../errors/add-call-site.ts";

/** Creates a promise of the data that can also return the response of the same request. */
export function createApiCall<T>(result: Promise<ApiResult<T>>): ApiCall<T> {
  const data = readData(result);
  return Object.assign(data, {
    withResponse: async () => {
      // A caller of `withResponse` handles the error there.
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
async function readData<T>(result: Promise<ApiResult<T>>): Promise<T> {
  return (await result).data;
}
