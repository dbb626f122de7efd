import { apis } from "@nectar-sdk/versions";
import { exampleFetch } from "./example-fetch.ts";

// Loaded before a program (`node --import`): `fetch` returns the examples.
const fetch = await exampleFetch(apis.map(({ version }) => version));
globalThis.fetch = (input, init = {}) => fetch(input instanceof URL ? input.href : input, init);
