/** Calls a method by its path in an object: the matrix knows operations by name, without types. */
export function invoke(root: unknown, path: readonly string[], args: readonly unknown[]): unknown {
  let owner: unknown;
  let current = root;
  for (const name of path) {
    owner = current;
    current = isObjectLike(owner) ? Reflect.get(owner, name) : undefined;
  }
  if (typeof current !== "function") throw new TypeError(`${path.join(".")} is not a method`);
  return Reflect.apply(current, owner, args);
}

/** Whether a value may have properties. */
export function isObjectLike(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
