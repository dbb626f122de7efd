import type { Api } from "../model/api.ts";
import type { FoundType } from "../types/find-type.ts";
import { importTypes } from "./code.ts";

/** `aliases.ts`: the public types that are a part of another type, and further names of schemas. */
export function emitAliases(aliases: ReadonlyMap<string, FoundType>, { types }: Api): string {
  const declared = [...aliases].map(([name, { declaration, steps }]) => {
    if (declaration.kind === "event") {
      return { name, steps, from: "WebhookEvents", text: `WebhookEvents[${JSON.stringify(declaration.event)}]` };
    }
    const own =
      declaration.kind === "schema"
        ? types.schemas.get(declaration.schema)
        : types.operations.get(declaration.id)?.[declaration.part];
    if (own === undefined) throw new Error(`${name}: emitted before it was found`);
    return { name, steps, from: own, text: own };
  });
  const used = declared.map(({ from }) => from);
  return [
    importTypes(
      used.filter((name) => name !== "WebhookEvents"),
      "./schema.js",
    ),
    importTypes(
      used.filter((name) => name === "WebhookEvents"),
      "./type-maps.js",
    ),
    ...declared.map(({ name, steps, text }) => `\nexport type ${name} = ${steps.reduce(indexType, text)};\n`),
  ].join("");
}

/** The type of a member: `NonNullable<NonNullable<Site>["address"]>`. */
function indexType(text: string, step: string): string {
  return `NonNullable<NonNullable<${text}>[${step === "[]" ? "number" : indexKey(step)}]>`;
}

/** Statuses are numbers in the types of errors. */
function indexKey(step: string): string {
  return /^\d{3}$/.test(step) ? step : JSON.stringify(step);
}
