import { env } from "node:process";
import { v2_2 } from "@nectar-sdk/api-v2.2";
import { createNectarClient } from "@nectar-sdk/client";
import { quickstart } from "./quickstart.ts";

await quickstart(createNectarClient(v2_2, { baseUrl: env["NECTAR_BASE_URL"] }));
