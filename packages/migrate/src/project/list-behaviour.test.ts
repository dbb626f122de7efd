import { expect, test } from "vitest";
import { INVENTED } from "../../test/support/invented-history.ts";
import { readHistory } from "./api-history.ts";
import { listBehaviour } from "./list-behaviour.ts";

const listIds = (from: string, to: string): string[] => listBehaviour(INVENTED, from, to).map(({ id }) => id);

test("documents of another API have no change of behaviour, and neither has the way back", () => {
  expect(listIds("a.json", "v0.3")).toEqual([]);
  expect(listIds("v0.3", "v0.1")).toEqual([]);
});

test("a step has its own changes of behaviour, and a longer way those of each step", () => {
  const [first, last] = [listIds("v0.1", "v0.2"), listIds("v0.2", "v0.3")];

  expect([first, last]).toEqual([["demand-in-usage-lists", "usage-ids-are-text"], ["one-entry-per-meter-period"]]);
  expect(listIds("v0.1", "v0.3")).toEqual([...first, ...last]);
});

test("every change of behaviour of Nectar's API lies between its first version and its last", () => {
  const history = readHistory();

  const all = listBehaviour(history, history.versions[0] ?? "", history.versions.at(-1) ?? "");

  expect(all).toEqual(history.behaviour);
  expect(all).not.toEqual([]);
});
