import { Buffer } from "node:buffer";
import { decodeUrl } from "../check/decode-url.ts";
import type { CapturedBody, HeaderValues } from "../check/exchange.ts";
import { isArray, isObject, type Json } from "../document/json.ts";
import type { Interaction } from "./interaction.ts";

/** What stands where a key was. */
export const REDACTED = "[redacted]";

/** Shorter texts are placeholders (`test`) and would be found by chance. Their header is emptied all the same. */
const SHORTEST = 6;

/** Takes keys out of texts and values, in whatever form a text may repeat them. */
export class Secrets {
  readonly #keys = new Set<string>();
  #forms: string[] = [];

  /** Whether the key was not known yet. */
  add(key: string): boolean {
    if (key.length < SHORTEST || this.#keys.has(key)) return false;
    this.#keys.add(key);
    const forms = [...this.#keys].flatMap(formsOf);
    // A key may begin with another.
    this.#forms = [...new Set(forms)].sort((a, b) => b.length - a.length);
    return true;
  }

  text(text: string): string {
    return this.#forms.reduce((clean, form) => clean.replaceAll(form, REDACTED), text);
  }

  json(value: Json): Json {
    if (typeof value === "string") return this.text(value);
    if (typeof value === "number") return this.text(`${value}`) === `${value}` ? value : REDACTED;
    if (isArray(value)) return value.map((item) => this.json(item));
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, child]) => [this.text(name), this.json(child)]));
  }

  /** Path and query; a component that holds a key in any encoding goes as a whole. */
  path(path: string): string {
    const clean = path.split(/([/?&=])/).map((component) => {
      const plain = decodeUrl(component);
      return this.text(plain) === plain ? component : REDACTED;
    });
    return this.text(clean.join(""));
  }

  interaction(interaction: Interaction): Interaction {
    const { request, response, failure, violations } = interaction;
    return {
      ...interaction,
      request: {
        ...request,
        path: this.path(request.path),
        headers: this.#headers(request.headers),
        ...this.#body(request),
      },
      ...(response === undefined
        ? {}
        : { response: { ...response, headers: this.#headers(response.headers), ...this.#body(response) } }),
      ...(failure === undefined ? {} : { failure: this.text(failure) }),
      violations: violations.map((entry) => ({ ...entry, at: this.text(entry.at), message: this.text(entry.message) })),
    };
  }

  #headers(headers: HeaderValues): HeaderValues {
    const entries = Object.entries(headers).map(([name, value]) => [name, this.text(value)] as const);
    return Object.fromEntries(entries);
  }

  #body({ body }: { readonly body?: CapturedBody }): { readonly body?: CapturedBody } {
    if (body === undefined) return {};
    return { body: this.#cleanBody(body) };
  }

  #cleanBody(body: CapturedBody): CapturedBody {
    if ("json" in body) return { json: this.json(body.json) };
    if ("text" in body) return { text: this.text(body.text) };
    if ("form" in body)
      return { form: body.form.map(({ name, value }) => ({ name: this.text(name), value: this.text(value) })) };
    if ("base64" in body) return this.#holdsKey(body.base64) ? { omitted: "it holds the API key" } : body;
    if ("omitted" in body) return body;
    return {
      parts: body.parts.map((part) => {
        if ("text" in part) return { name: this.text(part.name), text: this.text(part.text) };
        const { base64, fileName, contentType, size } = part.file;
        const kept = base64 === undefined || this.#holdsKey(base64) ? {} : { base64 };
        const file = { fileName: this.text(fileName), contentType: this.text(contentType), size, ...kept };
        return { name: this.text(part.name), file };
      }),
    };
  }

  #holdsKey(base64: string): boolean {
    const bytes = Buffer.from(base64, "base64");
    return this.text(base64) !== base64 || [...this.#keys].some((key) => bytes.includes(key));
  }
}

function formsOf(key: string): string[] {
  const form = `${new URLSearchParams({ k: key })}`.slice(2);
  const encoded = form.replaceAll("+", "%20");
  const uri = encodedUri(key);
  const lower = [encoded, form, uri].map((text) => text.replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()));
  return [key, JSON.stringify(key).slice(1, -1), encoded, form, uri, ...lower];
}

/** As `encodeURIComponent` has it, which leaves more as it is than a form. A lone surrogate has no encoding. */
function encodedUri(key: string): string {
  try {
    return encodeURIComponent(key);
  } catch {
    return key;
  }
}
