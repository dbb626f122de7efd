import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { NectarConfigError } from "../index.ts";
import { checkBaseUrl, readDefaultBaseUrl } from "./base-url.ts";

const API = "https://external.nectarclimate.com/v2.2";

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
    ["https://gateway.example/nectar/v2.2", "https://gateway.example/nectar/v2.2"],
    ["https://gateway.example/nectar/v1", "https://gateway.example/nectar/v1"],
    ["https://gateway.example/v1/nectar", "https://gateway.example/v1/nectar"],
    ["https://gateway.example/v2-proxy", "https://gateway.example/v2-proxy"],
  ])("a base URL may be %s", (text, expected) => {
    expect(checkBaseUrl(text, API)).toBe(expected);
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
  ])("a base URL may not be %j", (text) => {
    expect(() => checkBaseUrl(text, API)).toThrow(NectarConfigError);
    expect(() => checkBaseUrl(text, API)).toThrow("`baseUrl` must be an https: URL");
  });

  test("the error of an invalid base URL does not show it, since it may contain a password", () => {
    expect(() => checkBaseUrl("https://user:hunter22@host.example", API)).not.toThrow(/hunter22/);
  });

  test("a valid base URL is the beginning of every URL below it", () => {
    fc.assert(
      fc.property(
        fc.webUrl({ validSchemes: ["https", "http"], withQueryParameters: true, withFragments: true }),
        (text) => {
          let base: string;
          try {
            base = checkBaseUrl(text, API);
          } catch (error) {
            expect(error).toBeInstanceOf(NectarConfigError);
            return;
          }
          const url = new URL(`${base}/company/1`);
          expect(url.protocol).toBe("https:");
          expect(url.href).toBe(`${base}/company/1`);
          expect(url.pathname.endsWith("/company/1")).toBe(true);
          expect(checkBaseUrl(base, API)).toBe(base);
        },
      ),
    );
  });
});

describe("a base URL with the path of another API version", () => {
  test.each(["/v2", "/v2/", "/v2.1", "/v2.20", "/v2.2.1", "/v3", "/v1", "/gateway/nectar/v2.1"])(
    "the path of another API version is rejected with the correct one: %s",
    (path) => {
      const check = (): string => checkBaseUrl(`https://nectar.example${path}`, API);
      expect(check).toThrow(NectarConfigError);
      expect(check).toThrow("`baseUrl` belongs to another API version");
      expect(check).toThrow("/v2.2");
    },
  );

  test("each version recognises its own path", () => {
    const versions = ["v2", "v2.1", "v2.2"];
    for (const own of versions) {
      for (const given of versions) {
        const check = (): string => checkBaseUrl(`http://127.0.0.1:9/${given}`, `https://nectar.example/${own}`);
        if (own === given) expect(check()).toBe(`http://127.0.0.1:9/${given}`);
        else expect(check).toThrow(NectarConfigError);
      }
    }
  });
});

describe("without a base URL", () => {
  test.each([
    [undefined, API],
    ["", API],
    ["http://127.0.0.1:4010", "http://127.0.0.1:4010/v2.2"],
    ["http://127.0.0.1:4010/", "http://127.0.0.1:4010/v2.2"],
    ["http://127.0.0.1:4010/v2.2", "http://127.0.0.1:4010/v2.2"],
    ["https://gateway.example/nectar", "https://gateway.example/nectar"],
  ])("without a base URL, and with NECTAR_BASE_URL %j, the base URL is %s", (value, expected) => {
    vi.stubEnv("NECTAR_BASE_URL", value);
    expect(readDefaultBaseUrl(API)).toBe(expected);
  });

  test.each(["http://127.0.0.1:4010/v2.1", "http://10.0.0.1", "nonsense", "https://user:hunter22@host.example"])(
    "the error of an invalid NECTAR_BASE_URL names it and shows no password: %s",
    (value) => {
      vi.stubEnv("NECTAR_BASE_URL", value);
      expect(() => readDefaultBaseUrl(API)).toThrow(NectarConfigError);
      expect(() => readDefaultBaseUrl(API)).toThrow(/^NECTAR_BASE_URL /);
      expect(() => readDefaultBaseUrl(API)).not.toThrow(/hunter22/);
    },
  );
});
