import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { NectarConfigError } from "../index.ts";
import { checkApiKey, readDefaultApiKey } from "./api-key.ts";

describe("an API key", () => {
  test("an API key is any string of visible ASCII characters, unchanged", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (key) => {
        const isFit = key !== "" && [...key].every((character) => character >= "!" && character <= "~");
        if (isFit) expect(checkApiKey(key)).toBe(key);
        else expect(() => checkApiKey(key)).toThrow(NectarConfigError);
      }),
    );
  });

  test.each([undefined, null, 42, {}, "", " ", "two words", "line\n", "clé"])("an API key is not %j", (key) => {
    expect(() => checkApiKey(key)).toThrow("check `apiKey` or NECTAR_API_KEY");
  });

  test("the error of an invalid API key does not show it", () => {
    expect(() => checkApiKey("hunter22 ")).not.toThrow(/hunter22/);
  });
});

describe("without an API key", () => {
  test("without an API key, the client reads it from the environment", () => {
    vi.stubEnv("NECTAR_API_KEY", "from-the-environment");
    expect(readDefaultApiKey()).toBe("from-the-environment");
  });

  test.each([undefined, ""])(
    "without an API key, and with %j in the environment, the error says what to do",
    (value) => {
      vi.stubEnv("NECTAR_API_KEY", value);
      expect(() => readDefaultApiKey()).toThrow(NectarConfigError);
      expect(() => readDefaultApiKey()).toThrow("pass `apiKey` or set NECTAR_API_KEY");
    },
  );

  test("without an API key and an environment, the error is the same", () => {
    const inBrowser = (): string => {
      vi.stubGlobal("process", undefined);
      try {
        return readDefaultApiKey();
      } finally {
        // Restored before the test runner needs `process` again.
        vi.unstubAllGlobals();
      }
    };
    expect(inBrowser).toThrow("pass `apiKey` or set NECTAR_API_KEY");
  });
});
