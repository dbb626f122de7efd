import { isObject, type JsonObject, mapValues, objectIn } from "@nectar-sdk/openapi/document";
import type { Axis } from "../axis.ts";
import { editSchemas, isList, omit, rewriteDocument } from "../edit-document.ts";

const READ_ONLY = /^(id|created|updated|status|url|.*Url|isEstimated|externalId|isTracked|fileName|jobId)$/;

/** Marks fields that only the server sets as read-only; Django's generator then requires them. */
export const requiredReadOnly: Axis = {
  name: "required-read-only",
  isStyle: false,
  apply: (document) =>
    editSchemas(document, (schemas) =>
      mapValues(schemas, (schema, name) =>
        isObject(schema) && !/Request$|Input$|^Patched|Create/.test(name) ? requireReadOnly(schema) : schema,
      ),
    ),
};

function requireReadOnly(schema: JsonObject): JsonObject {
  const properties = objectIn(schema, "properties");
  const names = Object.keys(properties).filter((name) => READ_ONLY.test(name));
  if (names.length === 0) return schema;
  const required = new Set([...(isList(schema["required"]) ? schema["required"] : []), ...names]);
  const marked = mapValues(properties, (property, name) =>
    names.includes(name) && isObject(property) ? { ...property, readOnly: true } : property,
  );
  return { ...schema, required: [...required], properties: marked };
}

/** No `x-evidence`: that is the reconstruction's own. */
export const noEvidence: Axis = {
  name: "no-evidence",
  isStyle: false,
  apply: (document) => rewriteDocument(document, (object) => omit(object, "x-evidence")),
};
