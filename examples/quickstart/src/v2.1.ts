import { env } from "node:process";
import { v2_1 } from "@nectar-sdk/api-v2.1";
import { createNectarClient } from "@nectar-sdk/client";
import { quickstart } from "./quickstart.ts";

await quickstart(createNectarClient(v2_1, { baseUrl: env["NECTAR_BASE_URL"] }));
