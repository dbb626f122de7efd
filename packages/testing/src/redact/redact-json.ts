import { isArray, isObject, type Json, type JsonObject } from "@nectar-sdk/openapi/document";
import { listOwnedParts, type OwnedSchema } from "@nectar-sdk/openapi/schema";
import type { ApiDocument } from "../document/read-document.ts";
import type { SecretKind } from "../secrets/secret-names.ts";
import type { SecretPlace, SecretRule } from "../secrets/secret-rule.ts";
import { chooseStandIn, isAddress } from "../secrets/stand-in.ts";
import { redactText } from "./redact-text.ts";

/** Settings for redacting one message. */
export interface Redaction {
  readonly document: ApiDocument;
  readonly rule: SecretRule;
  readonly side: SecretPlace["side"];
  /** Whether the message is an error response, where a list of strings describes problems with the field of that name. */
  readonly isRefusal: boolean;
  /** Called for each secret. */
  onSecret(secret: string, kind: SecretKind): void;
}

type DeclaredSchema = OwnedSchema<JsonObject>;

/** Replaces the secrets of a value, by schema, and by name where the schema declares nothing. */
export function redactJson(redaction: Redaction, schema: Json, value: Json): Json {
  return redactAt(redaction, [{ schema, owner: undefined }], value, undefined);
}

function redactAt(
  redaction: Redaction,
  declared: readonly OwnedSchema[],
  value: Json,
  kind: SecretKind | undefined,
): Json {
  const parts = declared.flatMap((schema) => listOwnedParts(redaction.document.json, schema));
  if (isArray(value)) {
    const items = parts.flatMap(({ schema, owner }) =>
      "items" in schema ? [{ schema: schema["items"] ?? true, owner }] : [],
    );
    return value.map((item) => redactAt(redaction, items, item, kind));
  }
  if (isObject(value)) {
    const entries = Object.entries(value).map(([name, child]): [string, Json] => {
      const property = findProperty(parts, name);
      return [name, redactAt(redaction, property, child, kind ?? classifyProperty(redaction, property, name, child))];
    });
    return Object.fromEntries(entries);
  }
  if (typeof value === "string") return redactString(redaction, declared, value, kind ?? classifyValue(parts, value));
  if (typeof value !== "number" || kind === undefined) return value;
  return replaceSecret(redaction, declared, value, kind);
}

function redactString(
  redaction: Redaction,
  declared: readonly OwnedSchema[],
  value: string,
  kind: SecretKind | undefined,
): Json {
  const { rule, onSecret } = redaction;
  if (kind === undefined) return redactText(rule, value, (secret) => onSecret(secret, "credential"));
  return value === "" ? value : replaceSecret(redaction, declared, value, kind);
}

function replaceSecret(
  { document, onSecret }: Redaction,
  declared: readonly OwnedSchema[],
  secret: string | number,
  kind: SecretKind,
): Json {
  onSecret(String(secret), kind);
  const schemas = declared.map(({ schema }) => schema);
  return chooseStandIn(document, schemas, secret, kind);
}

function classifyProperty(
  { document, rule, side, isRefusal }: Redaction,
  property: readonly OwnedSchema[],
  name: string,
  value: Json,
): SecretKind | undefined {
  if (isRefusal && property.length === 0 && isArray(value) && value.every((item) => typeof item === "string"))
    return undefined;
  const parts = property.flatMap((schema) => listOwnedParts(document.json, schema));
  const owners = property.flatMap(({ owner }) => owner ?? []);
  return rule.classify({ name, owners, declared: parts.map(({ schema }) => schema), side });
}

/** An undeclared address may be a secret link, for example to Stripe's portal. */
function classifyValue(parts: readonly DeclaredSchema[], value: string): SecretKind | undefined {
  const says = ["type", "format", "enum", "const", "pattern"];
  const isDescribed = parts.some(({ schema }) => says.some((key) => key in schema));
  return !isDescribed && isAddress(value) ? "link" : undefined;
}

function findProperty(parts: readonly DeclaredSchema[], name: string): OwnedSchema[] {
  return parts.flatMap(({ schema, owner }) => {
    const { properties, additionalProperties } = schema;
    if (isObject(properties) && Object.hasOwn(properties, name)) return [{ schema: properties[name] ?? true, owner }];
    return isObject(additionalProperties) ? [{ schema: additionalProperties, owner }] : [];
  });
}

/** Whether the schema allows a credential or a link. An unreadable body of that schema may contain it anywhere. */
export function canContainSecrets(redaction: Redaction, schema: Json): boolean {
  const seen = new Set<JsonObject>();
  const look = (declared: OwnedSchema): boolean =>
    listOwnedParts(redaction.document.json, declared).some(({ schema: part, owner }) => {
      if (seen.has(part)) return false;
      seen.add(part);
      const { properties, items, additionalProperties } = part;
      const children = Object.entries(isObject(properties) ? properties : {});
      return (
        additionalProperties === true ||
        children.some(
          ([name, child]) =>
            isSecretProperty(redaction, { schema: child, owner }, name) || look({ schema: child, owner }),
        ) ||
        (items !== undefined && look({ schema: items, owner }))
      );
    });
  return look({ schema, owner: undefined });
}

function isSecretProperty(redaction: Redaction, property: OwnedSchema, name: string): boolean {
  const kind = classifyProperty(redaction, [property], name, null);
  return kind !== undefined && kind !== "personal";
}
