import { createNectarClient } from "@nectar-sdk/client";
import { apis, newest } from "@nectar-sdk/versions";

// The declarations of every version of Nectar's API type-check too.
const [oldest] = apis;
export const clients = [createNectarClient(oldest), createNectarClient(newest)];
