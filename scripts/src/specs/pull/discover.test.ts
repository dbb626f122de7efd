import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runMain } from "../../../test/support/hostile-support.ts";
import { copyOfSpecs, serve, temporaryFolder } from "../../../test/support/pull-support.ts";
import { findDocumentNames } from "./discover.ts";
import { main } from "./main.ts";

const INDEX = `# Docs
- [Spec](https://docs.example/api-reference/openapi-v2-1.json)
- [openapi](http://169.254.169.254/api-reference/openapi.json) and openapi-v2-3.yaml.
- not-openapi.json, openapi-v2.json.bak, openapi-v2-1.json again
`;

async function discoverFrom(from: string) {
  const specs = await copyOfSpecs();
  return runMain((output) => main(["--discover", "--from", from], specs, output));
}

test("each document of an index is listed once: versions, older copies, and unknown ones", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "llms.txt"), INDEX);
  const expected = {
    code: 0,
    lines: [
      "openapi-v2-1.json: v2.1",
      expect.stringMatching(
        /^openapi-v2-3\.yaml: unknown; run `pnpm specs:add-version` if it is a version, or list it/,
      ),
      "openapi.json: an older copy of v2.0",
    ],
  };

  expect(await discoverFrom(folder)).toEqual(expected);
  expect(await discoverFrom(join(folder, "llms.txt"))).toEqual(expected);
});

test("the index of a server is read in the folder of the documents or above it, and no address in it is requested", async () => {
  const requested: string[] = [];
  const base = await serve((request, response) => {
    requested.push(request.url ?? "");
    response.writeHead(request.url === "/llms.txt" ? 200 : 404).end(INDEX);
  });

  const { code, lines } = await discoverFrom(`${base}api-reference/`);

  expect([code, lines.length]).toEqual([0, 3]);
  expect(requested).toEqual(["/api-reference/llms.txt", "/llms.txt"]);
});

test("a missing index names the cure", async () => {
  const folder = join(await temporaryFolder(), "empty");
  await mkdir(folder);

  const { code, lines } = await discoverFrom(folder);

  expect(code).toBe(1);
  expect(lines).toEqual([expect.stringMatching(/llms\.txt: cannot be read; pass a copy of the index with --from /)]);
});

test("an index with too many names is refused", () => {
  const names = Array.from({ length: 51 }, (_, index) => `openapi-${index}.json`).join("\n");
  expect(() => findDocumentNames(Buffer.from(names))).toThrow("names 51 documents, more than 50; check the address");
});
