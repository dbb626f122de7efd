import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { NectarConfigError } from "../index.ts";
import { checkApiKey, readDefaultApiKey } from "./api-key.ts";

describe("an API key", () => {
  test("is any text of visible ASCII characters, and stays as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (key) => {
        const isFit = key !== "" && [...key].every((character) => character >= "!" && character <= "~");
        if (isFit) expect(checkApiKey(key)).toBe(key);
        else expect(() => checkApiKey(key)).toThrow(NectarConfigError);
      }),
    );
  });

  test.each([undefined, null, 42, {}, "", " ", "two words", "line\n", "clé"])("is not %j", (key) => {
    expect(() => checkApiKey(key)).toThrow("check `apiKey` or NECTAR_API_KEY");
  });

  test("that is refused is not shown", () => {
    expect(() => checkApiKey("hunter22 ")).not.toThrow(/hunter22/);
  });
});

describe("where no key is given", () => {
  test("the one of the environment is taken", () => {
    vi.stubEnv("NECTAR_API_KEY", "from-the-environment");
    expect(readDefaultApiKey()).toBe("from-the-environment");
  });

  test.each([undefined, ""])("and the environment has %j, the error says what to do", (value) => {
    vi.stubEnv("NECTAR_API_KEY", value);
    expect(() => readDefaultApiKey()).toThrow(NectarConfigError);
    expect(() => readDefaultApiKey()).toThrow("pass `apiKey` or set NECTAR_API_KEY");
  });

  test("and the runtime has no environment, the error is the same", () => {
    const inBrowser = (): string => {
      vi.stubGlobal("process", undefined);
      try {
        return readDefaultApiKey();
      } finally {
        // Before anything else of the test runner needs it.
        vi.unstubAllGlobals();
      }
    };
    expect(inBrowser).toThrow("pass `apiKey` or set NECTAR_API_KEY");
  });
});
