import { expect, test } from "vitest";
import { addNames } from "./add-names.ts";

const TEXT = "# Names.\noperations:\n  # The list.\n  thing_list: things.list\n";

test("operations without a name get the derived one, behind those that exist", () => {
  const derived = new Map([
    ["thing_list", "things.all"],
    ["thing_read", "things.retrieve"],
  ]);

  expect(addNames(TEXT, "v1.1", derived)).toEqual({
    text: `${TEXT}  # Derived from the operations of v1.1.\n  thing_read: things.retrieve\n`,
    added: 1,
  });
});

test("a derived name that is taken gets a number", () => {
  expect(addNames(TEXT, "v1.1", new Map([["list_things", "things.list"]])).text).toContain("list_things: things.list2");
});

test("nothing changes if every operation has a name", () => {
  expect(addNames(TEXT, "v1.1", new Map([["thing_list", "things.all"]]))).toEqual({ text: TEXT, added: 0 });
});
