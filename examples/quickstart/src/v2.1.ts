import type { paths } from "@nectar-sdk/api-v2.1";
import createClient from "openapi-fetch";
import { clientOptions } from "./client-options.ts";
import { quickstart } from "./quickstart.ts";

await quickstart(createClient<paths>(clientOptions()));
