import type { Api, Operation } from "../model/api.ts";
import { formatCallName } from "../names/call-name.ts";
import { packageName, versionIdentifier } from "./version.ts";

/** `README.md` of a package: what it is, what pins it, how to use it, every operation. */
export function emitReadme(api: Api, version: string, sha256: string): string {
  return `# ${packageName(version)}

Types and operation table of the Nectar Climate API **${version}**, generated from one OpenAPI document.

${api.description}

| Pinned to | |
|---|---|
| API version | \`${version}\` (\`API_VERSION\`) |
| Base URL | <${api.baseUrl}> |
| SHA-256 of the document | \`${sha256}\` (\`SPEC_SHA256\`) |
| Operations | ${api.operations.length} |
| Webhook events | ${api.webhooks.length} |

\`\`\`sh
npm install ${packageName(version)}
\`\`\`

${usage(version)}
## Operations

\`${versionIdentifier(version)}.operations\` holds this table by operation id, with the path parameters, page keys and retry class of each.

| Method | Request | Operation | |
|---|---|---|---|
${api.resources.flatMap(({ operations }) => operations.map(row)).join("\n")}
${webhooks(api)}`;
}

function usage(version: string): string {
  const identifier = versionIdentifier(version);
  return `## Use

Every shape of the API is an exported interface, and so are the parameters, body, answer and errors of every operation:

\`\`\`ts
import type { Document, DocumentsListByCompanyQuery } from "${packageName(version)}";
\`\`\`

\`paths\` is what [openapi-fetch](https://openapi-ts.dev/openapi-fetch/) takes:

\`\`\`ts
import createClient from "openapi-fetch";
import { type paths, ${identifier} } from "${packageName(version)}";

const api = createClient<paths>({ baseUrl: ${identifier}.baseUrl, headers: { "X-API-KEY": process.env.NECTAR_API_KEY } });
const { data, error } = await api.GET("/document/{document_id}", { params: { path: { document_id: id } } });
\`\`\`

\`${identifier}\` is the version as a value: its base URL, its operations, and all its types. \`Resources\` names what a client of this
version offers. The document itself, with examples for a mock server, is \`${packageName(version)}/openapi.json\`.

`;
}

function row(operation: Operation): string {
  const { name, method, path, id, docs } = operation;
  const title = docs.deprecated ? `~~${docs.summary}~~` : docs.summary;
  return `| \`${formatCallName(name)}\` | \`${method} ${path}\` | \`${id}\` | ${title.replaceAll(/[|\n]/g, " ")} |`;
}

function webhooks(api: Api): string {
  if (api.webhooks.length === 0) return "";
  const rows = api.webhooks.map(({ event, type }) => `| \`${event}\` | \`${type.text}\` |`);
  return `\n## Webhook events\n\nType of the payload by event: \`WebhookEvents\`.\n\n| Event | Payload |\n|---|---|\n${rows.join("\n")}\n`;
}
