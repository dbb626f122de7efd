import { handler } from "./handler.mjs";

// biome-ignore lint/style/noDefaultExport: workers are made so
export default { fetch: (request, _env, context) => handler(request, context) };
