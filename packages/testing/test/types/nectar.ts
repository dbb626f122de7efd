import { startMockServer } from "@nectar-sdk/testing";
import { apis, newest } from "@nectar-sdk/versions";

// The kit takes every version of Nectar's API, whatever its document has.
const [oldest] = apis;
export const urls = [(await startMockServer(oldest)).url, (await startMockServer(newest)).url];
