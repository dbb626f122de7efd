// Stands in for openapi-fetch where the suite runs without it.
throw new Error("openapi-fetch is not to be loaded");
