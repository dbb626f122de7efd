import { type JsonObject, readApi } from "@nectar-sdk/openapi/document";
import { docComment } from "../docs/doc-comment.ts";
import { literalKey } from "../emit/code.ts";
import { CodegenError } from "../problem.ts";

/**
 * `examples.ts`: the example payloads of a {@link payloadDocument}, by event.
 *
 * An event that no valid payload was found for is left out.
 *
 * @throws {CodegenError} for any other event without one: users test their handlers with it
 */
export function emitExamples(document: JsonObject): string {
  const events = readApi(document).webhooks.map(({ path, body }) => {
    const content = body?.content.get("application/json");
    const isMarked = content !== undefined && typeof content.object["x-no-example"] === "string";
    return { path, values: [...(content?.examples.values() ?? [])], isMarked };
  });
  const empty = events.filter(({ values }) => values.length === 0);
  const bare = empty.filter(({ isMarked }) => !isMarked);
  if (bare.length > 0) {
    const fix = "add one in specs/overlays/70-webhooks.yaml";
    throw new CodegenError(bare.map(({ path }) => ({ at: `webhooks ${path}`, message: "it has no example", fix })));
  }
  const names = empty.map(({ path }) => JSON.stringify(path)).join(" | ");
  const types = empty.length === 0 ? "keyof WebhookEvents" : `Exclude<keyof WebhookEvents, ${names}>`;
  const filled = events.filter(({ values }) => values.length > 0);
  const members = filled.map(({ path, values }) => `  ${literalKey(path)}: ${asText(values)},\n`);
  return [
    'import type { WebhookEvents } from "./payloads.ts";\n\n',
    docComment("Payloads as they may arrive, at least one for every event."),
    "export const payloadExamples: {\n",
    `  readonly [Type in ${types}]: readonly [WebhookEvents[Type], ...WebhookEvents[Type][]];\n`,
    `} = {\n${members.join("")}};\n`,
  ].join("");
}

function asText(values: readonly unknown[]): string {
  return JSON.stringify(values, null, 2).replaceAll("\n", "\n  ");
}
