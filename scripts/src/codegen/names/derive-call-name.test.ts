import { METHODS, readApi } from "@nectar-sdk/openapi/document";
import fc from "fast-check";
import { expect, test } from "vitest";
import { answering, smallDocument } from "../../../test/support/small-document.ts";
import { formatCallName, parseCallName } from "./call-name.ts";
import { deriveCallName, deriveCallNames, deriveOperationId } from "./derive-call-name.ts";

function derive(method: string, path: string, operationId: string | undefined, tag?: string): string {
  const operation = {
    ...(operationId === undefined ? {} : { operationId }),
    ...(tag === undefined ? {} : { tags: [tag] }),
  };
  const [found] = readApi(smallDocument({ [path]: { [method]: { ...operation, ...answering({}) } } })).operations;
  if (found === undefined) throw new Error("no operation");
  return formatCallName(deriveCallName(found));
}

test.each([
  ["get", "/thing/owner/{id}", "thing_owner_retrieve", "Things", "things.retrieveByOwner"],
  ["patch", "/owner/{id}", "owner_partial_update", "Owner", "owner.update"],
  ["delete", "/thing/{id}", "thing_destroy", undefined, "thing.delete"],
  ["get", "/repos/{owner}", "repos/get", "repos", "repos.get"],
  ["get", "/users", undefined, undefined, "users.retrieve"],
  ["patch", "/users/{id}", "patchUsersId", undefined, "users.update"],
  ["get", "/thing/owner/{id}", "get_thing_owner_id", "Things", "things.retrieveByOwner"],
  ["get", "/thing/{id}/note", "thing_note_list", "Things", "things.listNote"],
  ["get", "/thing/owner/{id}/note", "thing_owner_note_list", "Things", "things.listNoteByOwner"],
  ["post", "/thing/{id}/note", "thing_note_create", "Things", "things.createNote"],
  ["get", "/sizes", "size_list", "Größe & Maß", "grosseMass.listBySize"],
  ["get", "/sizes", "size_list", "寸法", "sizes.list"],
  ["get", "/{id}", "retrieve", undefined, "api.retrieve"],
  ["post", "/then", "then", "then", "apiThen.create"],
])("%s %s with id %s and tag %s is called %s by default", (method, path, id, tag, name) => {
  expect(derive(method, path, id, tag)).toBe(name);
});

test("an id is proposed from method and path", () => {
  const [found] = readApi(smallDocument({ "/users/{id}/posts": { get: answering({}) } })).operations;
  expect(found === undefined ? "" : deriveOperationId(found)).toBe("getUsersIdPosts");
});

test("operations of any document get usable, unique names", () => {
  const operation = fc.record({
    method: fc.constantFrom(...METHODS),
    path: fc.string(),
    id: fc.string(),
    tag: fc.string(),
  });
  fc.assert(
    fc.property(fc.uniqueArray(operation, { selector: ({ path }) => path }), (operations) => {
      const paths = operations.map(({ method, path, id, tag }, index): [string, object] => [
        `/${path}`,
        { [method]: { operationId: `${id}${index}`, tags: [tag] } },
      ]);
      const document = smallDocument(JSON.parse(JSON.stringify(Object.fromEntries(paths))));
      const names = [...deriveCallNames(readApi(document).operations).values()].map(formatCallName);
      expect(names).toHaveLength(operations.length);
      expect(new Set(names).size).toBe(names.length);
      expect(names.filter((name) => parseCallName(name) === undefined)).toEqual([]);
    }),
  );
});
