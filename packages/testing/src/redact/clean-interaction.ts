import type { CapturedBody, HeaderValues } from "../check/exchange.ts";
import type { Interaction } from "../recording/recording.ts";
import type { KnownSecrets } from "../secrets/known-secrets.ts";

/** Masks known secrets everywhere in an interaction. */
export function cleanInteraction(known: KnownSecrets, interaction: Interaction): Interaction {
  const { request, response, failure, violations } = interaction;
  const { path, headers } = request;
  return {
    ...interaction,
    request: {
      ...request,
      path: known.maskPath(path),
      headers: cleanHeaders(known, headers),
      ...cleanOptionalBody(known, request),
    },
    ...(response === undefined
      ? {}
      : {
          response: {
            ...response,
            headers: cleanHeaders(known, response.headers),
            ...cleanOptionalBody(known, response),
          },
        }),
    ...(failure === undefined ? {} : { failure: known.maskMessage(failure) }),
    violations: violations.map((entry) => ({
      ...entry,
      at: known.maskText(entry.at),
      message: known.maskMessage(entry.message),
    })),
  };
}

function cleanHeaders(known: KnownSecrets, headers: HeaderValues): HeaderValues {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, known.maskValue(value)]));
}

function cleanOptionalBody(
  known: KnownSecrets,
  { body }: { readonly body?: CapturedBody },
): { readonly body?: CapturedBody } {
  return body === undefined ? {} : { body: cleanBody(known, body) };
}

function cleanBody(known: KnownSecrets, body: CapturedBody): CapturedBody {
  if ("json" in body) return { json: known.maskJson(body.json) };
  if ("text" in body) return { text: known.maskValue(body.text) };
  if ("form" in body)
    return {
      form: body.form.map(({ name, value }) => ({ name: known.maskText(name), value: known.maskValue(value) })),
    };
  if ("base64" in body) return known.occursIn(body.base64) ? { omitted: "it contains a secret" } : body;
  if ("omitted" in body) return body;
  return {
    parts: body.parts.map((part) => {
      if ("text" in part) return { name: known.maskText(part.name), text: known.maskValue(part.text) };
      const { base64, fileName, contentType, size } = part.file;
      const kept = base64 === undefined || known.occursIn(base64) ? {} : { base64 };
      const file = { fileName: known.maskText(fileName), contentType: known.maskText(contentType), size, ...kept };
      return { name: known.maskText(part.name), file };
    }),
  };
}
