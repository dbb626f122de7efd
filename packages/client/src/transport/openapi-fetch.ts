/** The one file that touches openapi-fetch, which is no longer maintained. */
export { type Client, default as createClient, type Middleware } from "openapi-fetch";
