import { isArray, isObject } from "@nectar-sdk/openapi/document";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type MockServer, startMockServer } from "../../src/index.ts";
import { type Got, send } from "../support/send.ts";
import { apis } from "../support/versions.ts";

/** Names of the providers on a page, and its total. */
function readProviders({ json }: Got): unknown {
  if (!isObject(json) || !isArray(json["datasources"])) return json;
  return [json["totalDatasources"], json["datasources"].map((provider) => isObject(provider) && provider["name"])];
}

describe.each(apis)("the search of providers in $version", (api) => {
  let mock: MockServer;
  beforeAll(async () => {
    mock = await startMockServer(api);
  });
  afterAll(() => mock.close());

  test("finds text in names and URLs, ignoring case, in pages of the usual size", async () => {
    const search = async (query: string): Promise<unknown> => readProviders(await send(mock, `/datasource${query}`));

    expect(await search("?search=EDISON")).toEqual([1, ["Con Edison"]]);
    expect(await search("?search=thames-water.example")).toEqual([1, ["Thames Water"]]);
    expect(await search("?search=example.com")).toEqual([5, ["Pacific Gas & Electric", "Con Edison"]]);
    expect(await search("?search=example.com&page=3")).toEqual([5, ["National Grid"]]);
    // Past the end, the last page again.
    expect(await search("?search=example.com&page=9")).toEqual([5, ["National Grid"]]);
    expect(await search("?search=nothing")).toEqual([0, []]);
    expect(await search("")).toEqual([5, ["Pacific Gas & Electric", "Con Edison"]]);
  });

  test("does not change a preferred example or other lists", async () => {
    const chosen = await send(mock, "/datasource?search=EDISON", { headers: { prefer: "example=page2" } });
    expect(readProviders(chosen)).toEqual([5, ["Thames Water", "Octopus Energy"]]);
    const other = await send(mock, "/meter/company/5de41ce2-ca22-4b65-866a-e46ae037737e?search=EDISON");
    expect(other.json).toMatchObject({ totalMeters: 5, meters: [{}, {}] });
  });
});
