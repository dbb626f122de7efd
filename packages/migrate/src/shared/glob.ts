/** Translates a glob into a test of paths with slashes: `**` any folders, `*` and `?` inside a name, `{a,b}` either. */
export function matchGlob(glob: string): (path: string) => boolean {
  const pattern = glob
    .replace(/^\.\//, "")
    .replaceAll(/\*\*\/|\*\*|[*?{},]|[$()+.[\\\]^|]/g, (token) => PATTERNS[token] ?? `\\${token}`);
  const expression = new RegExp(`^${pattern}$`);
  return (path) => expression.test(path);
}

const PATTERNS: Readonly<Record<string, string>> = {
  "**/": "(?:[^/]+/)*",
  "**": ".*",
  "*": "[^/]*",
  "?": "[^/]",
  "{": "(?:",
  "}": ")",
  ",": "|",
};
