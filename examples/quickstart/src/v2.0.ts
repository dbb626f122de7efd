import { env } from "node:process";
import { v2_0 } from "@nectar-sdk/api-v2.0";
import { createNectarClient } from "@nectar-sdk/client";
import { quickstart } from "./quickstart.ts";

await quickstart(createNectarClient(v2_0, { baseUrl: env["NECTAR_BASE_URL"] }));
