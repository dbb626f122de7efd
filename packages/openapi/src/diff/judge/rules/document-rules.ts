import type { JsonObject } from "../../../document/json.ts";
import { ofDocument, type RuleText } from "./rule-text.ts";

const components = (kind: string, node: JsonObject) => ({ components: { [kind]: { ...node } } });

const ONE_SERVER = [{ url: "https://one.example" }];
const TWO_SERVERS = [...ONE_SERVER, { url: "https://two.example" }];
const KEY = { type: "apiKey", name: "key", in: "header" };
const PAGE = { name: "page", in: "query" };
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
  "security-loosened": {
    sentence: "An alternative needs one scheme or scope less.",
    example: ofDocument({ security: [{ token: ["read", "write"] }] }, { security: [{ token: ["read"] }] }),
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
    sentence: "A named schema is added, and with it an exported type.",
    example: ofDocument({}, components("schemas", { Site: SITE })),
  },
  "component-removed": {
    sentence: "A named schema is removed, and with it an exported type; places that used it report their own changes.",
    example: ofDocument(components("schemas", { Site: SITE }), {}),
  },
  "component-renamed": {
    sentence: "A schema has another name and the same content.",
    example: ofDocument(components("schemas", { Site: SITE }), components("schemas", { Building: SITE })),
  },
  "shared-part-added": {
    sentence: "A shared parameter, header, body or response is added, for which no package exports a type.",
    example: ofDocument({}, components("parameters", { Page: PAGE })),
  },
  "shared-part-removed": {
    sentence:
      "A shared parameter, header, body or response is removed; operations that used it report their own changes.",
    example: ofDocument(components("parameters", { Page: PAGE }), {}),
  },
  "shared-part-renamed": {
    sentence: "A shared parameter, header, body or response has another name inside the document.",
    example: ofDocument(components("parameters", { Page: PAGE }), components("parameters", { PageNumber: PAGE })),
  },
} satisfies Record<string, RuleText>;
