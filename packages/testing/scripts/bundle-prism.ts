/**
 * Bundles Prism with its dependencies into dist/prism/prism-child.js, and writes their licences next to it.
 *
 * Prism's packages depend on each other by ranges. Their newest releases need Node 24.18 and install @scarf/scarf, which reports
 * installations.
 */
import { existsSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { build, type Plugin } from "esbuild";

const root = join(import.meta.dirname, "..");
const outfile = join(root, "dist/prism/prism-child.js");

/** Prism does not generate values here, and word lists in 50 languages make up two thirds of the bundle. */
const withoutLanguages: Plugin = {
  name: "without-languages",
  setup: ({ onLoad }) => {
    onLoad({ filter: /@faker-js\/faker\/dist\/cjs\/locales\/[^/]+\/index\.js$/ }, ({ path }) =>
      path.endsWith("/en/index.js") ? undefined : { contents: "module.exports = { default: {} };" },
    );
  },
};

/** Globals that Prism, a CommonJS package, expects. */
const COMMONJS = `import { createRequire as bundleRequire } from "node:module";
const require = bundleRequire(import.meta.url);
const __filename = import.meta.filename;
const __dirname = import.meta.dirname;`;

const { metafile } = await build({
  entryPoints: [join(root, "src/prism/prism-child.ts")],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  // The CommonJS form of jsonc-parser loads its parts in a way that bundlers cannot follow.
  mainFields: ["module", "main"],
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: "none",
  banner: { js: COMMONJS },
  plugins: [withoutLanguages],
  metafile: true,
  logLevel: "error",
  absWorkingDir: root,
});

const folders = Object.keys(metafile.inputs).flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []);
const notices = await Promise.all([...new Set(folders)].map((folder) => readNotice(join(root, folder))));
await writeFile(join(dirname(outfile), "prism-child.LICENSES.txt"), notices.toSorted().join("\n"));

/** Name, version and licence of a package, with its text where the package has it. */
async function readNotice(folder: string): Promise<string> {
  const file = join(folder, "package.json");
  const { name, version, license } = existsSync(file) ? JSON.parse(await readFile(file, "utf8")) : {};
  const texts = (await readdir(folder)).filter((entry) => /^(licen[cs]e|notice)/i.test(entry));
  const contents = await Promise.all(texts.map((entry) => readFile(join(folder, entry), "utf8")));
  return [[name, version, license].filter(Boolean).join(" "), ...contents.map((text) => text.trim()), ""].join("\n\n");
}
