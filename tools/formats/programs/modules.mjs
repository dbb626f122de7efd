import { pathToFileURL } from "node:url";
import * as api from "@nectar-sdk/api-v2.2";
import * as client from "@nectar-sdk/client";
import * as core from "@nectar-sdk/client/core";
import * as runtime from "@nectar-sdk/migrate/runtime";
import * as diff from "@nectar-sdk/openapi/diff";
import * as document from "@nectar-sdk/openapi/document";
import * as normalise from "@nectar-sdk/openapi/normalise";
import * as overlay from "@nectar-sdk/openapi/overlay";
import * as report from "@nectar-sdk/openapi/report";
import * as schema from "@nectar-sdk/openapi/schema";
import * as webhooks from "@nectar-sdk/webhooks";
import * as node from "@nectar-sdk/webhooks/node";
import * as testing from "@nectar-sdk/webhooks/testing";
import { catchErrors, use } from "./use.cjs";

export const packages = {
  "api-v2.2": api,
  client,
  "client/core": core,
  webhooks,
  "webhooks/node": node,
  "webhooks/testing": testing,
  "migrate/runtime": runtime,
  "openapi/document": document,
  "openapi/schema": schema,
  "openapi/overlay": overlay,
  "openapi/diff": diff,
  "openapi/report": report,
  "openapi/normalise": normalise,
};

const [, program, baseUrl, path] = process.argv;
if (import.meta.url === pathToFileURL(program).href) {
  const errors = await catchErrors(packages, baseUrl);
  console.log(JSON.stringify({ used: await use(packages, baseUrl, path), errors: errors.map(({ name }) => name) }));
}
