import { handler } from "./handler.mjs";

// biome-ignore lint/style/noDefaultExport: workers need a default export
export default { fetch: (request, _env, context) => handler(request, context) };
