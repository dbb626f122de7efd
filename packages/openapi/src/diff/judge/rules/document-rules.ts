import type { JsonObject } from "../../../document/json.ts";
import { ofDocument, type RuleText } from "./rule-text.ts";

const components = (kind: string, node: JsonObject) => ({ components: { [kind]: { ...node } } });

const ONE_SERVER = [{ url: "https://one.example" }];
const TWO_SERVERS = [...ONE_SERVER, { url: "https://two.example" }];
const KEY = { type: "apiKey", name: "key", in: "header" };
const SITE = { type: "object", properties: { id: { type: "string" } } };

/** Changes of a document as a whole: servers, security, components, webhooks. */
export const DOCUMENT_RULES = {
  "openapi-version-changed": {
    sentence: "The document is written in another version of OpenAPI.",
    example: ofDocument({ openapi: "3.0.3" }, { openapi: "3.1.0" }),
  },
  "info-changed": {
    sentence: "The title, contact, licence or version of the document changes.",
    example: ofDocument({ info: { version: "1" } }, { info: { version: "2" } }),
  },
  "tags-changed": {
    sentence: "Operations are grouped differently, or a group is described differently.",
    example: ofDocument({ tags: [{ name: "site" }] }, { tags: [{ name: "sites" }] }),
  },
  "default-server-changed": {
    sentence: "The first server, to which clients send requests by default, is another one.",
    example: ofDocument({ servers: ONE_SERVER }, { servers: [{ url: "https://two.example" }] }),
  },
  "server-added": {
    sentence: "A server is added after the first one.",
    example: ofDocument({ servers: ONE_SERVER }, { servers: TWO_SERVERS }),
  },
  "server-removed": {
    sentence: "A server other than the first one is removed.",
    example: ofDocument({ servers: TWO_SERVERS }, { servers: ONE_SERVER }),
  },
  "security-scheme-added": {
    sentence: "A new way to authenticate is declared.",
    example: ofDocument({}, components("securitySchemes", { key: KEY })),
  },
  "security-scheme-removed": {
    sentence: "A way to authenticate is no longer declared.",
    example: ofDocument(components("securitySchemes", { key: KEY }), {}),
  },
  "security-scheme-changed": {
    sentence: "A way to authenticate works differently, for example with another header.",
    example: ofDocument(
      components("securitySchemes", { key: KEY }),
      components("securitySchemes", { key: { ...KEY, name: "x-key" } }),
    ),
  },
  "security-alternative-added": {
    sentence: "Callers can authenticate in one more way.",
    example: ofDocument({ security: [{ key: [] }] }, { security: [{ key: [] }, { token: [] }] }),
  },
  "security-alternative-removed": {
    sentence: "Callers can no longer authenticate in this way.",
    example: ofDocument({ security: [{ key: [] }, { token: [] }] }, { security: [{ token: [] }] }),
  },
  "webhook-added": {
    sentence: "The API sends a new event.",
    example: ofDocument({ webhooks: {} }, { webhooks: { "site.created": { post: {} } } }),
  },
  "webhook-removed": {
    sentence: "The API no longer sends an event.",
    example: ofDocument({ webhooks: { "site.created": { post: {} } } }, { webhooks: {} }),
  },
  "component-added": {
    sentence: "A named component is added.",
    example: ofDocument({}, components("schemas", { Site: SITE })),
  },
  "component-removed": {
    sentence: "A named component is removed; what used it reports its own changes.",
    example: ofDocument(components("schemas", { Site: SITE }), {}),
  },
  "component-renamed": {
    sentence: "A component has another name and the same content.",
    example: ofDocument(components("schemas", { Site: SITE }), components("schemas", { Building: SITE })),
  },
} satisfies Record<string, RuleText>;
