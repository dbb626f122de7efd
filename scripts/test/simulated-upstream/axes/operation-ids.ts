import type { JsonObject } from "@nectar-sdk/openapi/document";
import type { Axis } from "../axis.ts";
import { editOperations, type PlacedOperation } from "../edit-document.ts";
import { choose } from "../random.ts";

/** Ids in another manner, the same for all operations. */
export const operationIds: Axis = {
  name: "operation-ids",
  isStyle: false,
  apply: (document, random, version) => {
    const prefix = `api_${version.replaceAll(".", "_")}_`;
    const manner = choose([(id: string) => prefix + id, camelCase, (id: string) => `external_${id}`], random, "manner");
    return renameIds(document, ({ id }) => manner(id));
  },
};

/** No view is known to be a list, so that two operations ask for one id; the later path gets `_2`. */
export const collidingIds: Axis = {
  name: "colliding-ids",
  isStyle: false,
  apply: (document) => {
    const wanted = new Map<string, string>();
    const counts = new Map<string, number>();
    renameIds(document, ({ id, path, method }) => {
      wanted.set(`${path} ${method}`, id.replace(/_list$/, "_retrieve"));
      return id;
    });
    const final = new Map<string, string>();
    for (const [place, id] of [...wanted].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const count = (counts.get(id) ?? 0) + 1;
      counts.set(id, count);
      final.set(place, count === 1 ? id : `${id}_${count}`);
    }
    return renameIds(document, ({ id, path, method }) => final.get(`${path} ${method}`) ?? id);
  },
};

/** The ids of `GET /company` and `GET /company/{company_id}` change places: what goes by ids takes one for the other. */
export const swappedIds: Axis = {
  name: "swapped-ids",
  isStyle: false,
  apply: (document) => {
    const ids = (path: RegExp): (string | undefined)[] => {
      const found: (string | undefined)[] = [];
      renameIds(document, ({ id, path: own, method }) => {
        if (method === "get" && path.test(own)) found.push(id);
        return id;
      });
      return found;
    };
    const [list] = ids(/\/company\/?$/);
    const [single] = ids(/^(\/v[\d.]+)?\/company\/\{[^}]+\}\/?$/);
    if (list === undefined || single === undefined) return document;
    return renameIds(document, ({ id }) => (id === list ? single : id === single ? list : id));
  },
};

function renameIds(
  document: JsonObject,
  rename: (operation: PlacedOperation & { readonly id: string }) => string,
): JsonObject {
  return editOperations(document, (placed) => ({
    ...placed.operation,
    operationId: rename({ ...placed, id: String(placed.operation["operationId"]) }),
  }));
}

function camelCase(id: string): string {
  return id.replaceAll(/_(\w)/g, (_match, letter: string) => letter.toUpperCase());
}
