import {
  arrayIn,
  isObject,
  type Json,
  type JsonObject,
  mapValues,
  objectIn,
  readSchemaName,
  resolve,
} from "@nectar-sdk/openapi/document";
import type { Axis } from "../axis.ts";
import { editOperations, editSchemas, omit } from "../edit-document.ts";

/** Each operation contains its own parameters and responses; `components` knows schemas and security schemes only. */
export const inPlace: Axis = {
  name: "in-place",
  isStyle: true,
  apply: (document) => {
    const written = editOperations(document, ({ operation }) => ({
      ...operation,
      ...(operation["parameters"] === undefined
        ? {}
        : { parameters: arrayIn(operation, "parameters").map((parameter) => copyOf(document, parameter)) }),
      responses: mapValues(objectIn(operation, "responses"), (response) => copyOf(document, response)),
    }));
    return { ...written, components: omit(objectIn(written, "components"), "parameters", "responses") };
  },
};

/** A page is described in its response, not as a component. */
export const inlineEnvelopes: Axis = {
  name: "inline-envelopes",
  isStyle: false,
  apply: (document) => {
    const isPage = (name: string | undefined): boolean => name !== undefined && /Page$|^Paginated.*List$/.test(name);
    const inlined = editOperations(document, ({ operation }) => ({
      ...operation,
      responses: mapValues(objectIn(operation, "responses"), (response) => inlineIn(document, response, isPage)),
    }));
    return editSchemas(inlined, (schemas) =>
      Object.fromEntries(Object.entries(schemas).filter(([name]) => !isPage(name))),
    );
  },
};

function inlineIn(document: JsonObject, response: Json, isPage: (name: string | undefined) => boolean): Json {
  if (!isObject(response) || response["content"] === undefined) return response;
  const content = mapValues(objectIn(response, "content"), (media) => {
    const schema = isObject(media) ? media["schema"] : undefined;
    return isObject(media) && isPage(readSchemaName(schema)) ? { ...media, schema: resolve(document, schema) } : media;
  });
  return { ...response, content };
}

function copyOf(document: JsonObject, node: Json): Json {
  return isObject(node) && typeof node["$ref"] === "string" ? resolve(document, node) : node;
}
