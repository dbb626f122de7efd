const REASONS: ReadonlyMap<string, string> = new Map([
  ["400", "BadRequest"],
  ["401", "Unauthorized"],
  ["402", "PaymentRequired"],
  ["403", "Forbidden"],
  ["404", "NotFound"],
  ["405", "MethodNotAllowed"],
  ["406", "NotAcceptable"],
  ["408", "RequestTimeout"],
  ["409", "Conflict"],
  ["410", "Gone"],
  ["412", "PreconditionFailed"],
  ["413", "ContentTooLarge"],
  ["415", "UnsupportedMediaType"],
  ["422", "UnprocessableContent"],
  ["423", "Locked"],
  ["429", "TooManyRequests"],
  ["500", "InternalServerError"],
  ["501", "NotImplemented"],
  ["502", "BadGateway"],
  ["503", "ServiceUnavailable"],
  ["504", "GatewayTimeout"],
  ["default", "Default"],
]);

/** A name for the response of an error status: its reason phrase (RFC 9110, section 15). */
export function nameResponse(status: string): string {
  return REASONS.get(status) ?? `Status${status.toUpperCase()}`;
}

const PLACES = ["path", "query", "header", "cookie"];

/**
 * Names for parameters by their key, `path company_id` → `CompanyId`. Where two would be called the same, the one in the path comes first
 * and the others get none; neither does a name without a letter that a component may have.
 */
export function nameParameters(keys: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const key of [...keys].sort(compareKeys)) {
    const name = key
      .slice(key.indexOf(" ") + 1)
      .split(/[^A-Za-z0-9]+/)
      .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
      .join("");
    if (name === "" || taken.has(name)) continue;
    taken.add(name);
    names.set(key, name);
  }
  return names;
}

function compareKeys(a: string, b: string): number {
  const rank = (key: string): number => PLACES.indexOf(key.slice(0, key.indexOf(" ")));
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}
