// Replaces openapi-fetch in the run without it.
throw new Error("openapi-fetch is not to be loaded");
