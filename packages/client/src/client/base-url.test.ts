import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NectarConfigError } from "../index.ts";
import { checkBaseUrl } from "./base-url.ts";

describe("a base URL", () => {
  test.each([
    ["https://external.nectarclimate.com/v2.2", "https://external.nectarclimate.com/v2.2"],
    ["https://external.nectarclimate.com/v2.2/", "https://external.nectarclimate.com/v2.2"],
    ["https://external.nectarclimate.com//", "https://external.nectarclimate.com"],
    ["HTTPS://EXTERNAL.nectarclimate.com:443/v2.2", "https://external.nectarclimate.com/v2.2"],
    ["http://localhost:4010", "http://localhost:4010"],
    ["http://api.localhost", "http://api.localhost"],
    ["http://127.0.0.1:8080/v2.2", "http://127.0.0.1:8080/v2.2"],
    ["http://127.1.2.3", "http://127.1.2.3"],
    ["http://[::1]:9", "http://[::1]:9"],
  ])("may be %s", (text, expected) => {
    expect(checkBaseUrl(text)).toBe(expected);
  });

  test.each([
    "",
    "/v2.2",
    "external.nectarclimate.com",
    "ftp://external.nectarclimate.com",
    "file:///etc/passwd",
    "http://external.nectarclimate.com",
    "http://127.0.0.1.evil.example",
    "http://localhost.evil.example",
    "http://notlocalhost",
    "http://0.0.0.0",
    "http://10.0.0.1",
    "http://[::2]",
    "https://user@external.nectarclimate.com",
    "https://user:secret@external.nectarclimate.com",
    "https://:secret@external.nectarclimate.com",
    "https://external.nectarclimate.com/?a=1",
    "https://external.nectarclimate.com/?",
    "https://external.nectarclimate.com/#a",
    "https://external.nectarclimate.com/#",
    "https://external.nectarclimate.com/{version}",
  ])("may not be %j", (text) => {
    expect(() => checkBaseUrl(text)).toThrow(NectarConfigError);
    expect(() => checkBaseUrl(text)).toThrow("`baseUrl` must be an https: URL");
  });

  test("that is refused is not shown, since a password may be in it", () => {
    expect(() => checkBaseUrl("https://user:hunter22@host.example")).not.toThrow(/hunter22/);
  });

  test("that is accepted is the beginning of every URL below it", () => {
    fc.assert(
      fc.property(
        fc.webUrl({ validSchemes: ["https", "http"], withQueryParameters: true, withFragments: true }),
        (text) => {
          let base: string;
          try {
            base = checkBaseUrl(text);
          } catch (error) {
            expect(error).toBeInstanceOf(NectarConfigError);
            return;
          }
          const url = new URL(`${base}/company/1`);
          expect(url.protocol).toBe("https:");
          expect(url.href).toBe(`${base}/company/1`);
          expect(url.pathname.endsWith("/company/1")).toBe(true);
          expect(checkBaseUrl(base)).toBe(base);
        },
      ),
    );
  });
});
