import { packageName, versionIdentifier } from "../../shared/version-names.ts";
import { codeCell, escapeMarkdown } from "../docs/markdown.ts";
import type { Api, Operation } from "../model/api.ts";

/** `README.md` of a package: purpose, pins and usage. The operations are documented in `Resources`, where editors show them. */
export function emitReadme(api: Api, version: string, sha256: string): string {
  return `# ${packageName(version)}

Types and operation table of the ${escapeMarkdown(api.product)} **${version}**, generated from one OpenAPI document.

${escapeMarkdown(api.description)}

| Pinned to | |
|---|---|
| API version | \`${version}\` (\`API_VERSION\`) |
| Base URL | ${linkTo(api.baseUrl)} |
| SHA-256 of the document | \`${sha256}\` (\`SPEC_SHA256\`) |
| Operations | ${api.operations.length} |
| Webhook events | ${api.webhooks.length} |

\`\`\`sh
npm install ${packageName(version)}
\`\`\`

${describeUse(api, version)}`;
}

/** A call of an operation with one path parameter. */
function emitCall({ path, pathParameters: [parameter] }: Operation): string {
  const name = parameter?.name ?? "";
  const key = /^[a-z_$][\w$]*$/i.test(name) ? name : JSON.stringify(name);
  return `const { data, error } = await api.GET(${JSON.stringify(path)}, { params: { path: { ${key}: id } } });\n`;
}

/** A link to a plain address; any other text becomes code. */
function linkTo(url: string): string {
  return /^https?:\/\/[\w.:-]+(\/[\w./-]*)?$/.test(url) ? `<${url}>` : codeCell(url);
}

function describeUse({ operations }: Api, version: string): string {
  const identifier = versionIdentifier(version);
  const example = operations.find(
    ({ method, pathParameters, query }) => method === "GET" && pathParameters.length === 1 && !query.required,
  );
  return `## Use

The data of the API are exported types. So are the parameters, body, response and errors of every operation. Their names stay when Nectar
renames a schema:

\`\`\`ts
import type { Document, DocumentsListByCompanyQuery } from "${packageName(version)}";
\`\`\`

\`${packageName(version)}/schema\` exports every schema under its name in the document, and \`paths\`, \`components\` and \`operations\`.
Pass \`paths\` to [openapi-fetch](https://openapi-ts.dev/openapi-fetch/):

\`\`\`ts
import createClient from "openapi-fetch";
import { ${identifier} } from "${packageName(version)}";
import type { paths } from "${packageName(version)}/schema";

const api = createClient<paths>({ baseUrl: ${identifier}.baseUrl, headers: { "X-API-KEY": process.env.NECTAR_API_KEY } });
${example === undefined ? "" : emitCall(example)}\`\`\`

\`${identifier}\` is the version as a value, with its base URL, its operations by resource method, and all its types. \`Resources\` documents every
operation, and \`WebhookEvents\` every payload. The document, with examples for a mock server, is \`${packageName(version)}/openapi.json\`.
`;
}
