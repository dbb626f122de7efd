import type { CapturedBody, HeaderValues } from "../check/exchange.ts";
import type { Interaction } from "../recording/recording.ts";
import type { KnownSecrets } from "../secrets/known-secrets.ts";

/** An interaction without the secrets that are known, wherever they turn up. */
export function cleanInteraction(known: KnownSecrets, interaction: Interaction): Interaction {
  const { request, response, failure, violations } = interaction;
  const { path, headers } = request;
  return {
    ...interaction,
    request: {
      ...request,
      path: known.path(path),
      headers: cleanHeaders(known, headers),
      ...cleanBodyOf(known, request),
    },
    ...(response === undefined
      ? {}
      : { response: { ...response, headers: cleanHeaders(known, response.headers), ...cleanBodyOf(known, response) } }),
    ...(failure === undefined ? {} : { failure: known.message(failure) }),
    violations: violations.map((entry) => ({
      ...entry,
      at: known.text(entry.at),
      message: known.message(entry.message),
    })),
  };
}

function cleanHeaders(known: KnownSecrets, headers: HeaderValues): HeaderValues {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, known.value(value)]));
}

function cleanBodyOf(
  known: KnownSecrets,
  { body }: { readonly body?: CapturedBody },
): { readonly body?: CapturedBody } {
  return body === undefined ? {} : { body: cleanBody(known, body) };
}

function cleanBody(known: KnownSecrets, body: CapturedBody): CapturedBody {
  if ("json" in body) return { json: known.json(body.json) };
  if ("text" in body) return { text: known.value(body.text) };
  if ("form" in body)
    return { form: body.form.map(({ name, value }) => ({ name: known.text(name), value: known.value(value) })) };
  if ("base64" in body) return known.isIn(body.base64) ? { omitted: "it holds a secret" } : body;
  if ("omitted" in body) return body;
  return {
    parts: body.parts.map((part) => {
      if ("text" in part) return { name: known.text(part.name), text: known.value(part.text) };
      const { base64, fileName, contentType, size } = part.file;
      const kept = base64 === undefined || known.isIn(base64) ? {} : { base64 };
      const file = { fileName: known.text(fileName), contentType: known.text(contentType), size, ...kept };
      return { name: known.text(part.name), file };
    }),
  };
}
