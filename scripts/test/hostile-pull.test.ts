import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { SPECS } from "./support/examples-support.ts";
import {
  contentsOf,
  copyOfSpecs,
  documentWith,
  finished,
  runPull,
  serve,
  startPull,
  temporaryFolder,
} from "./support/pull-support.ts";

const SECRET = "hunter2";

describe("a password in an address is refused and never printed", () => {
  test.each([
    ["--from", `https://user:${SECRET}@docs.example.com/`],
    ["--from", `https://${SECRET}@docs.example.com/`],
    ["--from", `ftp://user:${SECRET}@docs.example.com/`],
    ["--from", `https:/user:${SECRET}@docs.example.com/`],
    ["--from", `user:${SECRET}@docs.example.com`],
    ["--from", ` https://user:${SECRET}@docs.example.com/`],
    ["--from", `//user:${SECRET}@docs.example.com`],
    [`https://user:${SECRET}@docs.example.com/`],
    [`--form=https://user:${SECRET}@docs.example.com/`],
  ])("%s %s", async (...args) => {
    const specs = await copyOfSpecs();
    const before = await contentsOf(specs);

    const { code, stdout, stderr } = await runPull(specs, ...args);

    expect(code).toBe(2);
    expect(stdout + stderr).not.toContain(SECRET);
    expect(await contentsOf(specs)).toEqual(before);
  });

  test("where a server redirects to one", async () => {
    const specs = await copyOfSpecs();
    const base = await serve((request, response) => {
      const location = `http://user:${SECRET}@${request.headers.host}/openapi.json`;
      response.writeHead(302, { location }).end();
    });

    const { code, stderr } = await runPull(specs, "--version", "v2.0", "--from", base);

    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `specs:pull: v2.0: ${base}openapi-v2.json: redirects to an address with a user name or password; pass another URL with --from\n`,
    });
  });
});

const BREAKS = ["\n", "\r", "\r\n", "\v", "\f", "\u0085", "\u2028", "\u2029"];
const COMMANDS = ["::error::stop", "::set-output name=a::b", "##[error]stop", "\u001b[2J"];

describe("no name of a document begins a line of output, on GitHub Actions or elsewhere", () => {
  test.each([{}, { GITHUB_ACTIONS: "true", CI: "true" }])("with %j", async (env) => {
    const specs = await copyOfSpecs();
    const { paths } = JSON.parse(await readFile(join(SPECS, "v2.0/openapi.json"), "utf8"));
    const hostile = BREAKS.flatMap((lineBreak) => COMMANDS.map((command) => `${lineBreak}${command}${lineBreak}`));
    const added = hostile.map((name, index) => [
      `/a${index}${name}`,
      {
        get: {
          ...{ operationId: `${name}${index}`, summary: name, tags: [name] },
          parameters: [{ name, in: "query", description: name, schema: { type: "string", enum: [name] } }],
          responses: { [name]: { description: name, content: { [name]: { schema: { properties: { [name]: {} } } } } } },
        },
      },
    ]);
    const folder = await temporaryFolder();
    const document = await documentWith("v2.0", { paths: { ...paths, ...Object.fromEntries(added) } });
    await writeFile(join(folder, "openapi-v2.json"), document);

    const { code, stdout, stderr } = await finished(
      startPull(specs, ["--check", "--version", "v2.0", "--from", folder], [], env),
    );

    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout).toContain("operation added");
    const lines = stdout.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/);
    expect(lines.slice(0, -1)).toEqual(stdout.split("\n").slice(0, -1));
    expect(lines.filter((line) => /^\s*(::|stop)|##\[/.test(line) || line.includes("\u001b"))).toEqual([]);
  });
});
