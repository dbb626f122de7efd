import { type ApiContent, findResponse, toMediaType } from "@nectar-sdk/openapi/document";
import type { CapturedBody, CheckedRequest, HeaderValues } from "../check/exchange.ts";
import { splitUrl } from "../check/split-url.ts";
import { findOperation } from "../document/find-operation.ts";
import type { ApiDocument, Operation } from "../document/read-document.ts";
import type { Interaction } from "../recording/recording.ts";
import { KnownSecrets } from "../secrets/known-secrets.ts";
import { readPublicWords } from "../secrets/public-words.ts";
import { readSecretParts } from "../secrets/secret-parts.ts";
import { type RedactOptions, SecretRule } from "../secrets/secret-rule.ts";
import { cleanInteraction } from "./clean-interaction.ts";
import { type BodySchema, redactBody } from "./redact-body.ts";
import { redactHeaders } from "./redact-headers.ts";
import type { Redaction } from "./redact-json.ts";
import { redactPath } from "./redact-path.ts";
import { isSecretName, redactText } from "./redact-text.ts";

/** An error response describes problems under the names of fields. */
const isRefusal = (status: number): boolean => status >= 400;

/** Redacts what a recorder keeps: secrets in their own places first, then every repetition. */
export class Redactor {
  readonly #document: ApiDocument;
  readonly #rule: SecretRule;
  readonly #known: KnownSecrets;

  constructor(document: ApiDocument, options: RedactOptions) {
    this.#document = document;
    this.#rule = new SecretRule(options);
    this.#known = new KnownSecrets(readPublicWords(document.json));
    this.#known.addKey(process.env["NECTAR_API_KEY"] ?? "");
  }

  /** Grows with each new secret; earlier interactions may contain it. */
  get generation(): number {
    return this.#known.generation;
  }

  /** Learns the keys of a request before anything is kept. */
  learnKeys({ url, headers }: Pick<CheckedRequest, "url" | "headers">): void {
    this.#known.addKey(headers[this.#document.apiKeyHeader.toLowerCase()] ?? "");
    for (const { name, value } of splitUrl(url).query) if (isSecretName(this.#rule, name)) this.#known.addKey(value);
  }

  /** Replaces secrets in their own places, and remembers them. */
  redactPlaces(interaction: Interaction): Interaction {
    const { request, response, failure, violations } = interaction;
    const operation = findOperation(this.#document, interaction.operation);
    const sent = this.#createRedaction("request", false);
    const path = redactPath(sent, operation, request.path);
    const clean = (text: string): string => redactText(this.#rule, text, this.#learn);
    const kept: Interaction = {
      ...interaction,
      request: {
        ...request,
        path,
        headers: this.#redactHeaders(request.headers),
        ...redactOptionalBody(sent, findRequestSchema(operation, request.headers), request.body),
      },
      violations: violations.map((entry) => ({ ...entry, message: clean(entry.message) })),
      ...(failure === undefined ? {} : { failure: clean(failure) }),
    };
    if (response === undefined) return kept;
    const received = this.#createRedaction("response", isRefusal(response.status));
    const schema = findResponseSchema(operation, response.status, response.headers);
    const headers = this.#redactHeaders(response.headers);
    return { ...kept, response: { ...response, headers, ...redactOptionalBody(received, schema, response.body) } };
  }

  /** Masks every secret known so far. */
  redactKnown(interaction: Interaction): Interaction {
    return cleanInteraction(this.#known, interaction);
  }

  readonly #learn = (secret: string): void => this.#known.add(secret);

  #createRedaction(side: Redaction["side"], refusal: boolean): Redaction {
    const onSecret: Redaction["onSecret"] = (secret, kind) => {
      // A sentence about a field is not a secret.
      if (refusal && /\s.*[.!]$/s.test(secret)) return;
      for (const part of readSecretParts(secret, kind)) this.#known.add(part);
    };
    return { document: this.#document, rule: this.#rule, side, isRefusal: refusal, onSecret };
  }

  #redactHeaders(headers: HeaderValues): HeaderValues {
    return redactHeaders(this.#rule, headers, this.#learn);
  }
}

function redactOptionalBody(
  redaction: Redaction,
  schema: BodySchema,
  body: CapturedBody | undefined,
): { readonly body?: CapturedBody } {
  return body === undefined ? {} : { body: redactBody(redaction, schema, body) };
}

function findRequestSchema(operation: Operation | undefined, headers: HeaderValues): BodySchema {
  return operation === undefined ? undefined : findSchema(operation.body?.content, headers);
}

function findResponseSchema(operation: Operation | undefined, status: number, headers: HeaderValues): BodySchema {
  return operation === undefined ? undefined : findSchema(findResponse(operation, status)?.content, headers);
}

/** A body of another media type may contain the same values as the declared one. */
function findSchema(content: ReadonlyMap<string, ApiContent> | undefined, headers: HeaderValues): BodySchema {
  const [first] = content?.values() ?? [];
  return (content?.get(toMediaType(headers["content-type"])) ?? first)?.schema ?? true;
}
