/** Keeps the Node options that load Yarn's Plug'n'Play; without them the child process cannot read its program. */
export function keepPnpOptions(options: string): string {
  return options.match(/--[\w-]+[ =](?:"[^"]*\.pnp\.[^"]*"|[^\s"]*\.pnp\.\S*)/g)?.join(" ") ?? "";
}
