/** Calls a method by its path below an object: the matrix is made of names, and no types reach through those. */
export function invoke(root: unknown, path: readonly string[], args: readonly unknown[]): unknown {
  let owner: unknown;
  let current = root;
  for (const name of path) {
    owner = current;
    current = isObjectLike(owner) ? Reflect.get(owner, name) : undefined;
  }
  if (typeof current !== "function") throw new TypeError(`${path.join(".")} is no method`);
  return Reflect.apply(current, owner, args);
}

/** Whether a value may have properties. */
export function isObjectLike(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
