import { expect, inject, test } from "vitest";
import { connectTo } from "../support/test-client.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The transport of this run. */
    readonly transport: "openapi-fetch" | "minimal";
  }
}

/** Returns the stack at the moment when a request is sent. */
async function captureSendingStack(): Promise<string> {
  let stack = "";
  const nectar = connectTo(async () => {
    Error.stackTraceLimit = 100;
    stack = new Error().stack ?? "";
    return Response.json([]);
  });
  await nectar.companies.list();
  return stack;
}

test("the requests of this run go through its own transport only", async () => {
  const stack = await captureSendingStack();
  const isMinimal = inject("transport") === "minimal";
  expect(stack.includes("/openapi-fetch/dist/")).toBe(!isMinimal);
  expect(stack.includes("/minimal-transport.ts")).toBe(isMinimal);
});

test("the run without openapi-fetch does not load it", async () => {
  const loading = import("openapi-fetch").then(
    () => "loaded",
    () => "refused",
  );
  expect(await loading).toBe(inject("transport") === "minimal" ? "refused" : "loaded");
});
