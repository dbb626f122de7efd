import { env } from "node:process";
import type { ClientOptions } from "openapi-fetch";

/** Where the API is and the key, from `NECTAR_BASE_URL` and `NECTAR_API_KEY`. */
export function clientOptions(): ClientOptions {
  const { NECTAR_BASE_URL: baseUrl, NECTAR_API_KEY: key } = env;
  if (baseUrl === undefined || key === undefined) throw new Error("set NECTAR_BASE_URL and NECTAR_API_KEY");
  return { baseUrl, headers: { "X-API-KEY": key } };
}
