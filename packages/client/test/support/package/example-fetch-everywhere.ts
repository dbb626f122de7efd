import { exampleFetch } from "./example-fetch.ts";

// Loaded before a program (`node --import`): `fetch` returns the examples.
const fetch = await exampleFetch(["v0.1", "v0.2", "v0.3"]);
globalThis.fetch = (input, init = {}) => fetch(input instanceof URL ? input.href : input, init);
