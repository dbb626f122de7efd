import { expect, test } from "vitest";
import { parse } from "yaml";
import { formatConfig } from "./start-registry.ts";

test("our packages come from this machine alone, others through the uplink, without permission to publish them", () => {
  const { uplinks, packages } = parse(formatConfig("/tmp/a b", "https://registry.test/npm/"));

  expect(uplinks).toEqual({ upstream: { url: "https://registry.test/npm/" } });
  expect(packages["@nectar-sdk/*"]).toEqual({ access: "$all", publish: "$all", unpublish: [] });
  expect(packages["**"]).toEqual({ access: "$all", publish: [], unpublish: [], proxy: "upstream" });
});
