import { expect, test, vi } from "vitest";
import { createUserAgentHeaders } from "./create-user-agent-headers.ts";

const BROWSERS = [
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36",
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:145.0) Gecko/20100101 Firefox/145.0",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1",
];

const inRuntime = (navigator: unknown): unknown => {
  vi.stubGlobal("navigator", navigator);
  try {
    return createUserAgentHeaders();
  } finally {
    vi.unstubAllGlobals();
  }
};

test.each(BROWSERS)("a browser sends no additional header: %s", (userAgent) => {
  expect(inRuntime({ userAgent })).toEqual({});
});

test.each([
  undefined,
  {},
  { product: "ReactNative" },
  { userAgent: "Node.js/24" },
  { userAgent: "Cloudflare-Workers" },
])("any other runtime sends the name and version of the SDK: %j", (navigator) => {
  expect(inRuntime(navigator)).toEqual({ "user-agent": expect.stringMatching(/^nectar-sdk-client\/[\w.-]+$/) });
});
