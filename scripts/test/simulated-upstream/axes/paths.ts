import { arrayIn, isObject, type Json, type JsonObject } from "@nectar-sdk/openapi/document";
import type { Axis } from "../axis.ts";
import { editOperations, omit, renamePaths } from "../edit-document.ts";

/** Every path ends in a slash. */
export const trailingSlashes: Axis = {
  name: "trailing-slashes",
  isStyle: false,
  apply: (document) => renamePaths(document, (path) => (path.endsWith("/") ? path : `${path}/`)),
};

/** Moves the version from the server to the paths. */
export const versionPrefix: Axis = {
  name: "version-prefix",
  isStyle: true,
  apply: (document) => {
    const [server] = arrayIn(document, "servers");
    const url = new URL(isObject(server) ? String(server["url"]) : "https://external.nectarclimate.com");
    const prefix = url.pathname.replace(/\/$/, "");
    const servers = arrayIn(document, "servers").map((own) => (isObject(own) ? { ...own, url: url.origin } : own));
    return renamePaths({ ...document, servers }, (path) => prefix + path);
  },
};

/** No server is named. */
export const noServers: Axis = { name: "no-servers", isStyle: false, apply: (document) => omit(document, "servers") };

/** No webhook is described. */
export const noWebhooks: Axis = {
  name: "no-webhooks",
  isStyle: false,
  apply: (document) => omit(document, "webhooks"),
};

/** A parameter of a path that is the only one is called `id`. */
export const pathParameterNames: Axis = {
  name: "path-parameter-names",
  isStyle: false,
  apply: (document) => {
    const written = editOperations(document, ({ path, operation }) => {
      if (parametersIn(path).length !== 1 || operation["parameters"] === undefined) return operation;
      return {
        ...operation,
        parameters: arrayIn(operation, "parameters").map((own) => renameParameter(document, own)),
      };
    });
    return renamePaths(written, (path) => (parametersIn(path).length === 1 ? path.replace(/\{[^}]+\}/, "{id}") : path));
  },
};

function renameParameter(document: JsonObject, parameter: Json): Json {
  const reference = isObject(parameter) ? parameter["$ref"] : undefined;
  const components = isObject(document["components"]) ? document["components"] : {};
  const shared = isObject(components["parameters"]) ? components["parameters"] : {};
  const target = typeof reference === "string" ? shared[reference.slice(reference.lastIndexOf("/") + 1)] : parameter;
  return isObject(target) && target["in"] === "path" ? { ...target, name: "id" } : parameter;
}

function parametersIn(path: string): readonly string[] {
  return path.match(/\{[^}]+\}/g) ?? [];
}
