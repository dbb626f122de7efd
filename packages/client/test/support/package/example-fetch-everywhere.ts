import { exampleFetch } from "./example-fetch.ts";

// Loaded before a program (`node --import`): `fetch` returns the examples.
const fetch = await exampleFetch(["v2.0", "v2.1", "v2.2"]);
globalThis.fetch = (input, init = {}) => fetch(input instanceof URL ? input.href : input, init);
