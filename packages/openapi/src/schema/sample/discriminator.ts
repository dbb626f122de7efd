import { type Json, objectIn } from "../../document/json.ts";
import { readSchemaName } from "../../document/pointer.ts";

/** The value of a discriminator that stands for a component: by its mapping, or the component's name (OpenAPI 3.1, 4.8.25). */
export function readMappedName(discriminator: Json, name: string): string {
  const mapping = Object.entries(objectIn(discriminator, "mapping"));
  const mapped = mapping.find(([, target]) => target === name || readSchemaName({ $ref: target }) === name);
  return mapped?.[0] ?? name;
}
