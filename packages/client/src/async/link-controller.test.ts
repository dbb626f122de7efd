import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { linkController } from "./link-controller.ts";

test("a linked controller aborts with the outer signal, for the same reason", () => {
  const outer = new AbortController();
  const link = linkController(outer.signal);
  const reason = new Error("enough");
  outer.abort(reason);
  expect(link.signal.reason).toBe(reason);
  expect(linkController(outer.signal).signal.reason).toBe(reason);
});

test("a linked controller aborts alone without the outer signal", () => {
  const outer = new AbortController();
  const link = linkController(outer.signal);
  link.abort();
  expect([link.signal.aborted, outer.signal.aborted]).toEqual([true, false]);
  const alone = linkController(undefined);
  alone.abort();
  alone.unlink();
  expect(alone.signal.aborted).toBe(true);
});

test("an unlinked controller leaves no listener behind", () => {
  const outer = new AbortController();
  const link = linkController(outer.signal);
  expect(getEventListeners(outer.signal, "abort")).toHaveLength(1);
  link.unlink();
  expect(getEventListeners(outer.signal, "abort")).toEqual([]);
});
