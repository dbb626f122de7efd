import { once } from "node:events";
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import type { RequestListener } from "node:http";
import { join } from "node:path";
import { arrayIn, type JsonObject, objectIn, valueAt } from "@nectar-sdk/openapi/document";
import { normaliseDocument } from "@nectar-sdk/openapi/normalise";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { VERSION_LIST, VERSIONS } from "../src/shared/versions.ts";
import { parseAxes } from "./simulated-upstream/build-variant.ts";
import { writeVariant } from "./simulated-upstream/write-variant.ts";
import { SPECS } from "./support/examples-support.ts";
import {
  contentsOf,
  copyOfSpecs,
  documentWith,
  readJson,
  runPull,
  serve,
  sha256,
  startPull,
  temporaryFolder,
  UPSTREAM_FILES,
} from "./support/pull-support.ts";

/** Milliseconds; each test starts programs. */
const PATIENCE = 120_000;

const BASE = { openapi: "3.1.0", info: { title: "T", version: "1" } };
const GOOD = JSON.stringify({ ...BASE, paths: { "/ping": { get: { operationId: "ping", responses: {} } } } });

const goodServer = () => serve(Object.fromEntries(Object.values(UPSTREAM_FILES).map((file) => [file, GOOD])));
const UNCHANGED = VERSIONS.map((version) => `${version}: unchanged\n`).join("");

describe("a pull from the upstream files", { timeout: PATIENCE }, () => {
  test("replaces the documents and says in the lock where they came from", async () => {
    const specs = await copyOfSpecs();
    const base = await goodServer();
    const { code, stdout, stderr } = await runPull(specs, "--from", base);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^v2\.0: replaced by http.*openapi-v2\.json: \d+ changes: \d+ breaking/);
    expect(stdout).toContain(`run \`pnpm codegen\` for ${VERSIONS.join(", ")}`);
    const lock = await readJson(specs, "specs.lock.json");
    for (const [version, file] of Object.entries(UPSTREAM_FILES)) {
      const content = await readFile(join(specs, version, "openapi.json"));
      expect(content.toString()).toBe(`${JSON.stringify(JSON.parse(GOOD), undefined, 2)}\n`);
      expect(lock[version]).toEqual({
        source: `${base}${file}`,
        sha256: sha256(content),
        bytes: content.byteLength,
        origin: "upstream",
        date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      });
    }
  });

  test("changes only documents and lock, and changes nothing the second time", async () => {
    const specs = await copyOfSpecs();
    const before = await contentsOf(specs);
    const base = await goodServer();
    await runPull(specs, "--from", base);
    const after = await contentsOf(specs);
    const changed = Object.keys({ ...before, ...after }).filter((path) => before[path] !== after[path]);
    expect(changed).toEqual(["specs.lock.json", ...VERSIONS.map((version) => `${version}/openapi.json`)]);
    expect(await runPull(specs, "--from", base)).toMatchObject({
      code: 0,
      stdout: UNCHANGED,
    });
    expect(await contentsOf(specs)).toEqual(after);
  });

  test("pulls the version that --version names", async () => {
    const specs = await copyOfSpecs();
    const lock = await readJson(specs, "specs.lock.json");
    const before = await contentsOf(specs);
    await runPull(specs, "--version", "2.1", "--from", await goodServer());
    const after = await contentsOf(specs);
    expect(Object.keys(after).filter((path) => before[path] !== after[path])).toEqual([
      "specs.lock.json",
      "v2.1/openapi.json",
    ]);
    expect(await readJson(specs, "specs.lock.json")).toMatchObject({
      "v2.0": lock["v2.0"],
      "v2.1": { origin: "upstream" },
      "v2.2": lock["v2.2"],
    });
  });

  test("is retried once when the server fails, and follows a redirect on the same host", async () => {
    const specs = await copyOfSpecs();
    const requested: string[] = [];
    const base = await serve((request, response) => {
      requested.push(request.url ?? "");
      if (requested.length === 1) response.writeHead(503).end();
      else if (request.url === "/openapi-v2.json") response.writeHead(302, { location: "/moved/there.json" }).end();
      else response.end(GOOD);
    });
    expect(await runPull(specs, "--version", "v2.0", "--from", base)).toMatchObject({ code: 0, stderr: "" });
    expect(requested).toEqual(["/openapi-v2.json", "/openapi-v2.json", "/moved/there.json"]);
  });

  test("takes YAML and a byte order mark", async () => {
    const specs = await copyOfSpecs();
    const base = await serve({
      "openapi-v2.json": `\uFEFF${GOOD}`,
      "openapi-v2-1.json": stringify(JSON.parse(GOOD)),
      "openapi-v2-2.json": GOOD,
    });
    expect(await runPull(specs, "--from", base)).toMatchObject({ code: 0, stderr: "" });
    const [first, ...others] = await Promise.all(
      Object.keys(UPSTREAM_FILES).map((version) => readJson(specs, version, "openapi.json")),
    );
    expect(others).toEqual([first, first]);
  });
});

describe("a pull from a folder", { timeout: PATIENCE }, () => {
  test("a copy of specs changes nothing, with and without --check", async () => {
    const specs = await copyOfSpecs();
    const before = await contentsOf(specs);
    for (const args of [["--check"], []]) {
      const { code, stdout, stderr } = await runPull(specs, ...args, "--from", SPECS);
      expect({ code, stdout: withoutNotes(stdout), stderr }).toEqual({ code: 0, stdout: UNCHANGED, stderr: "" });
    }
    expect(await contentsOf(specs)).toEqual(before);
  });

  test("a damaged document is restored to the one in the lock", async () => {
    const specs = await copyOfSpecs();
    const before = await contentsOf(specs);
    await writeFile(join(specs, "v2.2/openapi.json"), "{");
    expect(await runPull(specs, "--check", "--from", SPECS)).toMatchObject({ code: 1 });
    expect(await runPull(specs, "--from", SPECS)).toMatchObject({ code: 0 });
    expect(await contentsOf(specs)).toEqual(before);
  });

  test.each(["openapi-v2-1.json", "openapi-v2-1.yaml", "openapi-v2-1.yml", "v2.1/openapi.yaml"])(
    "%s is read as v2.1",
    async (file) => {
      const specs = await copyOfSpecs();
      const folder = await temporaryFolder();
      await cp(join(SPECS, "v2.1"), join(folder, "v2.1"), { recursive: true });
      await rm(join(folder, "v2.1/openapi.json"));
      await writeFile(join(folder, file), file.endsWith("json") ? GOOD : stringify(JSON.parse(GOOD)));
      expect(await runPull(specs, "--version", "v2.1", "--from", folder)).toMatchObject({ code: 0, stderr: "" });
      expect(await readJson(specs, "v2.1/openapi.json")).toEqual(JSON.parse(GOOD));
      expect(await readJson(specs, "specs.lock.json")).toMatchObject({
        "v2.1": { source: join(folder, file), origin: "upstream" },
      });
    },
  );

  test("a missing document and two documents of one version are refused by name", async () => {
    const specs = await copyOfSpecs();
    const before = await contentsOf(specs);
    const folder = await temporaryFolder();
    expect(await runPull(specs, "--version", "v2.1", "--from", folder)).toMatchObject({
      code: 1,
      stderr: `specs:pull: v2.1: ${folder}: no document of this version: put v2.1/openapi.json or openapi-v2-1.json there (.yaml and .yml work, too)\n`,
    });
    await writeFile(join(folder, "openapi-v2-1.json"), GOOD);
    await writeFile(join(folder, "openapi-v2-1.yml"), GOOD);
    expect(await runPull(specs, "--version", "v2.1", "--from", folder)).toMatchObject({
      code: 1,
      stderr: `specs:pull: v2.1: ${folder}: found several documents: openapi-v2-1.json, openapi-v2-1.yml; leave one\n`,
    });
    expect(await contentsOf(specs)).toEqual(before);
  });
});

/** The notes are about examples of upstream. */
function withoutNotes(stdout: string): string {
  return stdout.replaceAll(/^ {2}note: .*\n/gm, "");
}

/** Two paths with a GET that takes no parameters, in order; the second one has no other method. */
function findTwoReads(paths: JsonObject): [altered: string, removed: string] {
  const plain = Object.keys(paths)
    .filter((path) => !path.includes("{") && valueAt(valueAt(paths, path), "get") !== undefined)
    .filter((path) => arrayIn(objectIn(objectIn(paths, path), "get"), "parameters").length === 0)
    .sort();
  const [altered] = plain;
  const removed = plain.findLast((path) => Object.keys(objectIn(paths, path)).join() === "get");
  if (altered === undefined || removed === undefined || altered === removed) throw new Error("no two such paths");
  return [altered, removed];
}

describe("a check", { timeout: PATIENCE }, () => {
  test("prints what would change by operation and field, exits with 1 and changes nothing", async () => {
    const specs = await copyOfSpecs();
    const before = await contentsOf(specs);
    const { paths } = await readJson(SPECS, "v2.1/openapi.json");
    const changed = JSON.parse(JSON.stringify(paths));
    const [altered, removed] = findTwoReads(Object(paths));
    delete changed[removed];
    changed[altered].get.parameters = [{ name: "q", in: "query", required: true, schema: { type: "string" } }];
    const base = await serve({ "openapi-v2-1.json": await documentWith("v2.1", { paths: changed }) });
    const { code, stdout } = await runPull(specs, "--check", "--version", "v2.1", "--from", base);
    expect(code).toBe(1);
    // A prefix with the version is part of the server.
    const [shownAltered, shownRemoved] = [altered, removed].map((path) => path.replace(/^\/v2\.1\//, "/"));
    expect(withoutNotes(stdout).split("\n")).toEqual([
      `v2.1: would be replaced by ${base}openapi-v2-1.json: 2 changes: 2 breaking`,
      `  GET ${shownAltered} (${Object(paths)[altered].get.operationId})`,
      "    breaking  query q: request required parameter added: string",
      `  GET ${shownRemoved} (${Object(paths)[removed].get.operationId})`,
      "    breaking  operation removed",
      "run `pnpm specs:pull` to take over v2.1",
      "",
    ]);
    expect(await contentsOf(specs)).toEqual(before);
  });

  test("lists the worst changes first, up to --max, in each format", async () => {
    const specs = await copyOfSpecs();
    const before = await readJson(SPECS, "v2.1/openapi.json");
    const [altered, removed] = findTwoReads(Object(before["paths"]));
    const paths = JSON.parse(JSON.stringify(before["paths"]));
    delete paths[removed];
    paths["/a-new-path"] = { get: { ...paths[altered].get, operationId: "a_new_read", parameters: [] } };
    const base = await serve({ "openapi-v2-1.json": await documentWith("v2.1", { paths }) });
    const check = async (...args: string[]) => {
      const { code, stdout } = await runPull(specs, "--check", "--version", "v2.1", "--from", base, ...args);
      return { code, stdout: withoutNotes(stdout) };
    };

    const [text, markdown, json, github, junit] = await Promise.all(
      ["text", "markdown", "json", "github", "junit"].map((format) => check("--format", format, "--max", "1")),
    );

    for (const run of [text, markdown, json, github, junit]) expect(run?.code).toBe(1);
    const summary = `v2.1: would be replaced by ${base}openapi-v2-1.json: 2 changes: 1 breaking, 1 additive`;
    for (const run of [text, markdown, github]) expect(run?.stdout.split("\n")[0]).toBe(summary);
    expect(text?.stdout).toContain("    breaking  operation removed\n  1 more, none worse; --max 2 lists them\n");
    expect(markdown?.stdout).toContain("- the 1 worst are listed, 1 are not\n");
    expect(markdown?.stdout.match(/^\| \*\*/gm)).toHaveLength(1);
    expect(JSON.parse(json?.stdout ?? "")).toMatchObject({ omitted: 1, changes: [{ severity: "breaking" }] });
    expect(github?.stdout.match(/^::/gm)).toHaveLength(1);
    expect(junit?.stdout).toContain("<!-- 1 more, none worse -->");
  });

  test.each([
    [["--format", "xml"], "--format xml: expected one of: text, markdown, json, github, junit"],
    [["--format", "json"], "--format json reports one version; add --version"],
    [["--max", "-1", "--version", "v2.1"], "--max"],
    [["--max", "many", "--version", "v2.1"], "--max many: expected a whole number"],
  ])("refuses %j", async (args, message) => {
    const { code, stderr } = await runPull(await copyOfSpecs(), "--check", ...args);

    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  test("reports no difference where documents say the same in another style", async () => {
    const specs = await copyOfSpecs();
    const folder = await temporaryFolder();
    await writeVariant(parseAxes("null-enums,single-ref-all-of,in-place,sorted", "1"), "1", folder);
    for (const version of VERSIONS) {
      // The documents may have that style already.
      const file = join(folder, version, "openapi.json");
      if ((await readFile(file, "utf8")) !== (await readFile(join(specs, version, "openapi.json"), "utf8"))) continue;
      await writeFile(file, JSON.stringify(normaliseDocument(await readJson(file)).document));
    }

    const { code, stdout } = await runPull(specs, "--check", "--from", folder);

    expect(code).toBe(1);
    const lines = stdout.split("\n").filter((line) => line.includes("would be replaced by"));
    expect(lines).toHaveLength(VERSIONS.length);
    for (const line of lines) expect(line).toMatch(/: no change that a caller could notice$/);
  });

  test("reports a change that no caller could notice", async () => {
    const specs = await copyOfSpecs();
    const { openapi, info, ...rest } = await readJson(SPECS, "v2.1/openapi.json");
    const base = await serve({ "openapi-v2-1.json": JSON.stringify({ info, openapi, ...rest }) });
    expect(await runPull(specs, "--check", "--version", "v2.1", "--from", base)).toMatchObject({
      code: 1,
      stdout: expect.stringContaining("no change that a caller could notice"),
    });
  });
});

const endless: RequestListener = (_request, response) => {
  const chunk = Buffer.alloc(1024 * 1024, " ");
  const pour = () => {
    while (response.write(chunk));
  };
  response.on("drain", pour);
  pour();
};

const hanging: RequestListener = () => {};

const hangingInside: RequestListener = (_request, response) => {
  response.write(GOOD.slice(0, 50));
};

const breakingOff: RequestListener = (request, response) => {
  response.writeHead(200, { "content-length": GOOD.length });
  response.write(GOOD.slice(0, 50), () => request.socket.destroy());
};

const redirecting =
  (location: string): RequestListener =>
  (_request, response) => {
    response.writeHead(302, { location }).end();
  };

const twice = { "/a": { get: { operationId: "same" } }, "/b": { get: { operationId: "same" } } };

const BAD_RESPONSES: readonly (readonly [what: string, response: RequestListener | string | Buffer, says: string])[] = [
  ["404", (_request, response) => response.writeHead(404).end(GOOD), "the server responded 404; check the address"],
  ["500", (_request, response) => response.writeHead(500).end(GOOD), "the server responded 500; try again later"],
  [
    "an HTML page",
    "<!doctype html><title>Docs</title>",
    "is an HTML or XML page, not an OpenAPI document; check the address",
  ],
  ["truncated JSON", GOOD.slice(0, -9), "is not valid JSON, perhaps cut off: "],
  ["a connection that breaks off", breakingOff, "cannot be fetched ("],
  ["Swagger 2.0", '{"swagger":"2.0","info":{},"paths":{}}', "is Swagger 2.0; provide an OpenAPI 3.0 or 3.1 document"],
  [
    "OpenAPI 3.2",
    JSON.stringify({ ...BASE, openapi: "3.2.0", paths: twice }),
    "unsupported `openapi: 3.2.0`; provide an OpenAPI 3.0 or 3.1 document",
  ],
  [
    "JSON without an OpenAPI version",
    '{"hello":"world"}',
    "missing `openapi` field; provide an OpenAPI 3.0 or 3.1 document",
  ],
  ["JSON that is not an object", "[]", "the JSON: expected an object"],
  ["a text", "hello", "the YAML: expected an object"],
  ["nothing", "", "is empty; expected an OpenAPI document"],
  ["a document without info", '{"openapi":"3.1.0","paths":{}}', "`info` is missing"],
  ["a document without operations", JSON.stringify({ ...BASE, paths: {} }), "has no operations; check the address"],
  [
    "repeated operationIds",
    JSON.stringify({ ...BASE, paths: twice }),
    'operationId "same" is also used by #/paths/~1a/get',
  ],
  [
    "YAML with a repeated key",
    `${stringify(JSON.parse(GOOD))}openapi: 3.0.0\n`,
    "is not valid YAML: Map keys must be unique",
  ],
  ["text that is not UTF-8", Buffer.from(GOOD.replace("T", "é"), "latin1"), "is not UTF-8 text; save it as UTF-8"],
  ["a body without end", endless, "is larger than 20 MB"],
  [
    "a server that never responds",
    hanging,
    "no complete response within 300 ms; try again, or allow more by --timeout",
  ],
  ["a server that stops in the middle", hangingInside, "no complete response within 300 ms"],
  [
    "a redirect to another host",
    redirecting("https://example.com/openapi.json"),
    "redirects to https://example.com/openapi.json; pass the new URL with --from",
  ],
  [
    "a redirect to another port",
    redirecting("http://127.0.0.1:1/openapi.json"),
    "redirects to http://127.0.0.1:1/openapi.json",
  ],
  ["redirects in a circle", redirecting("/openapi-v2-1.json"), "was redirected more than 5 times; check the address"],
];

describe("bad input changes nothing on disk and is reported in one line", { timeout: PATIENCE }, () => {
  test.each(BAD_RESPONSES)("%s", async (_what, response, says) => {
    const specs = await copyOfSpecs();
    const before = await contentsOf(specs);
    // The version before is good: it must not come in alone.
    const base = await serve({ "openapi-v2.json": GOOD, "openapi-v2-1.json": response, "openapi-v2-2.json": GOOD });
    const { code, stdout, stderr } = await runPull(
      specs,
      "--timeout",
      says.includes("within 300 ms") ? "300" : "30000",
      "--from",
      base,
    );
    expect(await contentsOf(specs)).toEqual(before);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr.split("\n")).toEqual([expect.any(String), ""]);
    expect(stderr).toContain(`specs:pull: v2.1: ${base}openapi-v2-1.json: `);
    expect(stderr).toContain(says);
  });

  test("a document of another version", async () => {
    const specs = await copyOfSpecs();
    const before = await contentsOf(specs);
    const folder = await temporaryFolder();
    await cp(join(SPECS, "v2.2/openapi.json"), join(folder, "openapi-v2-1.json"));

    const run = await runPull(specs, "--version", "v2.1", "--from", folder);

    const { baseUrl = "" } = VERSION_LIST.versions.find(({ version }) => version === "v2.2") ?? {};
    const paths = Object.keys(objectIn(await readJson(SPECS, "v2.2/openapi.json"), "paths"));
    const source = `specs:pull: v2.1: ${join(folder, "openapi-v2-1.json")}: is a document of v2.2`;
    const cure = "give that of v2.1, or correct baseUrl in specs/versions.yaml";
    expect([
      `${source} by its server ${baseUrl}; ${cure}\n`,
      ...paths.map((path) => `${source} by its path ${path}; ${cure}\n`),
    ]).toContain(run.stderr);
    expect(run).toMatchObject({ code: 1, stdout: "" });
    expect(await contentsOf(specs)).toEqual(before);
  });

  test("a port without a server", async () => {
    const specs = await copyOfSpecs();
    const before = await contentsOf(specs);
    const { code, stderr } = await runPull(specs, "--version", "v2.1", "--from", "http://127.0.0.1:1/docs");
    expect(await contentsOf(specs)).toEqual(before);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^specs:pull: v2\.1: http:\/\/127\.0\.0\.1:1\/docs\/openapi-v2-1\.json: cannot be fetched \(.*\); check the address and the network\n$/,
    );
  });

  test("a file that is too large", async () => {
    const specs = await copyOfSpecs();
    const before = await contentsOf(specs);
    const folder = await temporaryFolder();
    await writeFile(join(folder, "openapi-v2-1.json"), Buffer.alloc(20 * 1024 * 1024 + 1, " "));
    const { code, stderr } = await runPull(specs, "--version", "v2.1", "--from", folder);
    expect(await contentsOf(specs)).toEqual(before);
    expect(code).toBe(1);
    expect(stderr).toContain(`v2.1: ${join(folder, "openapi-v2-1.json")}: is larger than 20 MB`);
  });

  test("a damaged lock", async () => {
    const specs = await copyOfSpecs();
    await writeFile(join(specs, "specs.lock.json"), "{");
    const before = await contentsOf(specs);
    const { code, stderr } = await runPull(specs, "--from", await goodServer());
    expect(await contentsOf(specs)).toEqual(before);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^specs:pull: specs\.lock\.json is not valid JSON; restore it from version control \(.+\)\n$/,
    );
  });
});

describe("a program that is killed", { timeout: PATIENCE }, () => {
  test("while a document is transferred, changes nothing", async () => {
    const specs = await copyOfSpecs();
    const before = await contentsOf(specs);
    let child: ReturnType<typeof startPull> | undefined;
    const base = await serve({
      "openapi-v2.json": GOOD,
      "openapi-v2-1.json": (_request, response) => {
        response.write(GOOD.slice(0, 50), () => child?.kill("SIGKILL"));
      },
    });
    child = startPull(specs, ["--from", base]);
    await once(child, "close");
    expect(child.signalCode).toBe("SIGKILL");
    expect(await contentsOf(specs)).toEqual(before);
  });

  test("before it renames the new files, leaves documents and lock unchanged; the next pull succeeds and removes the leftovers", async () => {
    const specs = await copyOfSpecs();
    const before = await contentsOf(specs);
    const base = await goodServer();
    const child = startPull(
      specs,
      ["--from", base],
      ["--import", join(import.meta.dirname, "fixtures/never-rename.mjs")],
    );
    const temporaries = async () => (await readdir(specs, { recursive: true })).filter((path) => path.endsWith(".tmp"));
    while ((await temporaries()).length < 4) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill("SIGKILL");
    await once(child, "close");
    const left = Object.entries(await contentsOf(specs)).filter(([path]) => !path.endsWith(".tmp"));
    expect(Object.fromEntries(left)).toEqual(before);
    expect(await runPull(specs, "--from", base)).toMatchObject({ code: 0 });
    expect(await readJson(specs, "v2.2/openapi.json")).toEqual(JSON.parse(GOOD));
    expect(await temporaries()).toEqual([]);
  });
});

describe("the command line", { timeout: PATIENCE }, () => {
  test.each([
    [["--bogus"], "Unknown option '--bogus'"],
    [["specs"], "Unexpected argument 'specs'"],
    [["--version", "v3"], `--version v3: expected one of: ${VERSIONS.join(", ")}`],
    [["--timeout", "soon"], "--timeout soon: give milliseconds, a whole number from 1 to 2147483647"],
    [["--from", "ftp://127.0.0.1"], "--from ftp://127.0.0.1: give a folder, or an http or https URL"],
    [["--from", ""], "--from: give a folder, or an http or https URL"],
  ])("%j prints the usage and exits with 2", async (args, says) => {
    const specs = await copyOfSpecs();
    const before = await contentsOf(specs);
    const { code, stdout, stderr } = await runPull(specs, ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`specs:pull: ${says}`);
    expect(stderr).toContain("Usage: pnpm specs:pull");
    expect(await contentsOf(specs)).toEqual(before);
  });

  test("--help prints the usage and ignores other options", async () => {
    const { code, stdout, stderr } = await runPull("nowhere", "--help", "--version", "v3");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("Usage: pnpm specs:pull");
  });

  test("a folder to refresh that does not exist is refused, not made", async () => {
    const specs = join(await temporaryFolder(), "spces");
    expect(await runPull(specs, "--from", SPECS)).toEqual({
      code: 1,
      stdout: "",
      stderr: `specs:pull: ${specs}: no such folder; pass the folder to refresh with --specs\n`,
    });
    expect(await contentsOf(join(specs, ".."))).toEqual({});
  });
});
