import { startMockServer } from "@nectar-sdk/testing";
import { apis, newest } from "@nectar-sdk/versions";

// The kit takes every version of Nectar's API.
const [oldest] = apis;
export const urls = [(await startMockServer(oldest)).url, (await startMockServer(newest)).url];
