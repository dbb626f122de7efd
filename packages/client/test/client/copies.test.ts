import { runInNewContext } from "node:vm";
import { describe, expect, test, vi } from "vitest";
import * as first from "../../src/index.ts";
import { catchError, connectTo } from "../support/test-client.ts";

type Package = typeof first;

const refused = async (): Promise<Response> => Response.json({ detail: "no" }, { status: 400 });

/** Loads the package again with all its modules, as if two versions were installed. */
async function loadAnotherCopy(): Promise<Package> {
  vi.resetModules();
  const copy: Package = await import("../../src/index.ts");
  expect(copy.NectarError).not.toBe(first.NectarError);
  return copy;
}

/** Loads the error classes in another realm, such as an iframe or a worker. */
function loadErrorsOfAnotherRealm(): Pick<Package, "NectarTimeoutError" | "NectarApiError"> {
  const [timeout, api] = [first.NectarTimeoutError, first.NectarApiError].map((one) =>
    String(one).replace(/extends \S+/, "extends NectarError"),
  );
  return runInNewContext(
    `const NectarError = ${first.NectarError}; const NectarTimeoutError = ${timeout}; const NectarApiError = ${api};
    ({ NectarTimeoutError, NectarApiError })`,
  );
}

describe("errors of another copy of the package", () => {
  test("errors of another copy of the package are recognised, in both directions", async () => {
    const second = await loadAnotherCopy();
    const { v0_3 } = await import("@nectar-sdk/api-v0.3");
    const options = { apiKey: "nectar-test-key", baseUrl: "https://nectar.example", fetch: refused };
    const foreign = await catchError(second.createNectarClient(v0_3, options).sites.create("c1", { name: "A" }));
    const own = await catchError(connectTo(refused).sites.create("c1", { name: "A" }));

    for (const copy of [first, second]) {
      for (const error of [foreign, own]) {
        expect([error instanceof copy.NectarError, error instanceof copy.BadRequestError]).toEqual([true, true]);
        expect([error instanceof copy.NotFoundError, error instanceof copy.NectarAbortError]).toEqual([false, false]);
        expect(copy.isNectarError(error)).toBe(true);
        expect(copy.isApiError(error, "sites.create", 400)).toBe(true);
        expect(copy.isApiError(error, "sites.create", 404)).toBe(false);
      }
    }
    expect(connectTo(refused).isApiError(foreign, "sites.create", 400)).toBe(true);
  });

  test("a class of the caller has only its own instances, whether it changes the name or not", () => {
    class Nameless extends first.NectarConfigError {}
    class Named extends first.NectarConfigError {
      override get name(): string {
        return "Named";
      }
    }
    const error = new first.NectarConfigError("x");

    expect([error instanceof Nameless, error instanceof Named]).toEqual([false, false]);
    for (const own of [new Nameless("x"), new Named("x")]) {
      expect([own instanceof Nameless, own instanceof Named]).toEqual([own.name !== "Named", own.name === "Named"]);
      expect([own instanceof first.NectarConfigError, own instanceof first.NectarTimeoutError]).toEqual([true, false]);
    }
  });

  test("errors of another copy that the caller's fetch throws are neither wrapped nor retried", async () => {
    const second = await loadAnotherCopy();
    const error = new second.NectarConfigError("the other client is not set up");
    let count = 0;
    const fetch = (): never => {
      count += 1;
      throw error;
    };
    expect(await catchError(connectTo(fetch).companies.list())).toBe(error);
    expect(count).toBe(1);
  });
});

describe("errors of another realm", () => {
  test("errors of another realm are recognised, although they are no Error here", () => {
    const realm = loadErrorsOfAnotherRealm();
    const context = { operation: "sites.create", apiVersion: "v0.3" };
    const plain = new realm.NectarTimeoutError({ pending: "too late", milliseconds: 1, state: undefined }, context);
    const api = new realm.NectarApiError({ status: 400, body: {}, headers: new Headers() }, context);
    expect([plain instanceof Error, api instanceof Error, api instanceof first.NectarApiError]).toEqual([
      false,
      false,
      true,
    ]);
    expect([first.isNectarError(plain), first.isNectarError(api)]).toEqual([true, true]);
    expect([first.isApiError(plain), first.isApiError(api, "sites.create", 400)]).toEqual([false, true]);
    expect(connectTo(refused).isApiError(api, "sites.create", 400)).toBe(true);
    expect(JSON.parse(JSON.stringify(api))).toMatchObject({
      kind: "api",
      status: 400,
      operation: "sites.create",
    });
  });

  test("other values of another realm are not recognised", () => {
    const others: unknown[] = runInNewContext('[new Error("x"), { kind: "api", name: "NectarApiError" }, "x", null]');
    expect(others.map((value) => first.isNectarError(value))).toEqual([false, false, false, false]);
    expect(others.map((value) => value instanceof first.NectarApiError)).toEqual([false, false, false, false]);
  });
});
