import { readPathParameters } from "@nectar-sdk/openapi/document";
import { decodeUrl } from "../check/decode-url.ts";
import type { Operation } from "../document/read-document.ts";
import { REDACTED } from "../secrets/known-secrets.ts";
import { isMachineMade } from "../secrets/secret-parts.ts";
import { chooseStandIn } from "../secrets/stand-in.ts";
import type { Redaction } from "./redact-json.ts";
import { isSecretName, isSignedParameter, isToken, redactText } from "./redact-text.ts";

/** Replaces the secrets of path and query. A declared parameter still follows its schema. */
export function redactPath(redaction: Redaction, operation: Operation | undefined, path: string): string {
  const [plain = "", ...query] = path.split("?");
  const segments = redactSegments(redaction, operation, plain);
  if (query.length === 0) return segments;
  const pairs = query.join("?").split("&");
  return `${segments}?${pairs.map((pair) => redactPair(redaction, operation, pair)).join("&")}`;
}

function redactPair(redaction: Redaction, operation: Operation | undefined, pair: string): string {
  const [rawName = "", ...rest] = pair.split("=");
  const raw = rest.join("=");
  const name = decodeUrl(rawName);
  const value = decodeUrl(raw);
  if (value === "") return pair;
  const redacted = redactParameter(redaction, operation, name, value);
  if (redacted === value) return pair;
  return `${rawName}=${redacted === REDACTED ? REDACTED : encodeURIComponent(redacted)}`;
}

function redactParameter(redaction: Redaction, operation: Operation | undefined, name: string, value: string): string {
  const { rule, document, side, onSecret } = redaction;
  const parameter = operation?.parameters.find((candidate) => candidate.in === "query" && candidate.name === name);
  const kind = isSecretName(rule, name) ? "credential" : rule.classify({ name, owners: [], declared: [], side });
  if (kind === undefined && parameter === undefined && isSignedParameter(name) && !rule.isExempt(name)) {
    // Dates and short flags of a signature also occur elsewhere.
    if (isToken(value)) onSecret(value, "credential");
    return REDACTED;
  }
  if (kind === undefined) return redactText(rule, value, (secret) => onSecret(secret, "credential"));
  onSecret(value, kind);
  return parameter === undefined ? REDACTED : String(chooseStandIn(document, [parameter.schema], value, kind));
}

/** A path without an operation may be a secret link: generated segments count as tokens. */
function redactSegments({ rule, onSecret }: Redaction, operation: Operation | undefined, path: string): string {
  const template = operation?.path.split("/") ?? [];
  const segments = path.split("/");
  const skipped = segments.length - template.length;
  return segments
    .map((segment, index) => {
      const [name = ""] = readPathParameters(template[index - skipped] ?? "");
      const isSecret = operation === undefined ? isMachineMade(segment) : rule.classifyName(name) === "credential";
      if (!isSecret || segment === "") return segment;
      onSecret(decodeUrl(segment), "credential");
      return REDACTED;
    })
    .join("/");
}
