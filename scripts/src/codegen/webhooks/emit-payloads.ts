import type { JsonObject } from "@nectar-sdk/openapi/document";
import ts from "typescript";
import { docComment } from "../docs/doc-comment.ts";
import { emitWebhookEvents } from "../emit/emit-webhook-events.ts";
import { readModel } from "../model/read-model.ts";
import { declareTypes } from "../openapi-typescript.ts";
import { foldDocs } from "../schema/fold-docs.ts";
import { hoistSchemas } from "../schema/hoist-schemas.ts";
import { printStatements } from "../schema/print-statements.ts";
import { tidyDocs } from "../schema/tidy-docs.ts";
import { tidyTypes } from "../schema/tidy-types.ts";
import type { AssignedTypes } from "../types/assign-types.ts";

/**
 * `payloads.ts`: the types of a {@link payloadDocument}, the payload of each event by its name, and the names at run time.
 *
 * @param chosen the public types; other schemas are not exported, since their names can change. By default all are exported
 */
export function emitPayloads(document: JsonObject, chosen?: Pick<AssignedTypes, "schemas" | "aliases">): string {
  const further = [...(chosen?.aliases ?? [])].flatMap(([name, { declaration, steps }]) =>
    declaration.kind === "schema" && steps.length === 0 ? [{ name, schema: declaration.schema }] : [],
  );
  const names = chosen === undefined ? undefined : { schemas: chosen.schemas, others: further.map(({ name }) => name) };
  const { types, webhooks } = readModel(document, new Map(), undefined, names);
  const nodes = declareTypes(foldDocs(document));
  const components = nodes.filter(ts.isInterfaceDeclaration).find(({ name }) => name.text === "components");
  const hoisted = components === undefined ? [] : hoistSchemas(components, types.schemas).declarations;
  const declared = hoisted.map((node) => tidyTypes(node, types.schemas));
  for (const node of declared) tidyDocs(node);
  const exported = new Set([
    ...(chosen?.schemas ?? types.schemas).values(),
    ...webhooks.flatMap(({ type }) => type.names),
  ]);
  const aliases = further.flatMap(({ name, schema }) => {
    const own = types.schemas.get(schema);
    return own === undefined ? [] : [`export type ${name} = ${own};\n`];
  });
  const events = webhooks.map(({ event }) => `  ${JSON.stringify(event)},\n`).join("");
  return [
    printStatements(declared).replaceAll(/^export (?=\w+ (\w+))/gm, (keyword, name) =>
      exported.has(name) ? keyword : "",
    ),
    ...aliases,
    emitWebhookEvents(webhooks),
    `${docComment("The events that the documents describe.")}export const eventTypes: readonly string[] = [\n${events}] satisfies (keyof WebhookEvents)[];\n`,
  ].join("\n");
}
