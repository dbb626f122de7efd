/** Options that let Node read files from where Yarn's Plug'n'Play keeps them; without them the child has no program. */
export function keepPnpOptions(options: string): string {
  return options.match(/--[\w-]+[ =](?:"[^"]*\.pnp\.[^"]*"|[^\s"]*\.pnp\.\S*)/g)?.join(" ") ?? "";
}
