import { describe, expect, test } from "vitest";
import { parseOverlay } from "./parse-overlay.ts";

const MINIMAL = {
  overlay: "1.0.0",
  info: { title: "Examples", version: "1.0.0" },
  actions: [{ target: "$.info", update: { title: "Changed" } }],
};

describe("a valid overlay", () => {
  test("keeps its name, title and actions in order", () => {
    const overlay = parseOverlay(
      { ...MINIMAL, actions: [{ target: "$.info", remove: true }, ...MINIMAL.actions] },
      "10-examples.yaml",
    );
    expect(overlay).toEqual({
      name: "10-examples.yaml",
      title: "Examples",
      actions: [
        { kind: "remove", target: "$.info" },
        { kind: "update", target: "$.info", value: { title: "Changed" } },
      ],
    });
  });

  test("may carry a description, extends, x- fields and a patch version", () => {
    const overlay = parseOverlay({
      ...MINIMAL,
      overlay: "1.0.3",
      extends: "openapi.json",
      "x-owner": "us",
      actions: [{ target: "$", description: "Why.", update: {}, "x-note": 1 }],
    });
    expect(overlay.actions).toHaveLength(1);
  });

  test("keeps the versions that it applies to", () => {
    expect(parseOverlay({ ...MINIMAL, "x-applies-to": ["v2.0", "v2.1"] }).appliesTo).toEqual(["v2.0", "v2.1"]);
  });

  test("removes when an action says both update and remove", () => {
    const overlay = parseOverlay({ ...MINIMAL, actions: [{ target: "$.info", update: {}, remove: true }] });
    expect(overlay.actions).toEqual([{ kind: "remove", target: "$.info" }]);
  });

  test("may update with a falsy value", () => {
    const overlay = parseOverlay({ ...MINIMAL, actions: [{ target: "$.tags", update: 0 }] });
    expect(overlay.actions).toEqual([{ kind: "update", target: "$.tags", value: 0 }]);
  });
});

describe("an overlay is refused with file and field", () => {
  const action = (change: object): object => ({ ...MINIMAL, actions: [{ target: "$.info", update: {}, ...change }] });
  test.each([
    ["that is a list", [], "bad.yaml: expected an object"],
    ["that is empty", null, "bad.yaml: expected an object"],
    ["without a version", { ...MINIMAL, overlay: undefined }, 'bad.yaml: overlay must be "1.0.x"'],
    ["of version 1.1", { ...MINIMAL, overlay: "1.1.0" }, 'overlay must be "1.0.x", not "1.1.0"'],
    ["whose version is a number", { ...MINIMAL, overlay: 1 }, 'overlay must be "1.0.x", not 1'],
    ["without info", { ...MINIMAL, info: undefined }, "bad.yaml: info: expected an object"],
    ["without a title", { ...MINIMAL, info: { version: "1" } }, "bad.yaml: info: title must be a string"],
    ["without an info version", { ...MINIMAL, info: { title: "x" } }, "bad.yaml: info: version must be a string"],
    [
      "with a field of info misspelt",
      { ...MINIMAL, info: { ...MINIMAL.info, desc: "x" } },
      'info: unknown field "desc"',
    ],
    ["with an unknown field", { ...MINIMAL, action: [] }, 'bad.yaml: unknown field "action"'],
    ["without actions", { ...MINIMAL, actions: undefined }, "bad.yaml: actions must be a list of at least one"],
    ["with no action", { ...MINIMAL, actions: [] }, "bad.yaml: actions must be a list of at least one"],
    ["with a misspelt action field", action({ updates: {} }), 'bad.yaml: actions[0]: unknown field "updates"'],
    ["without a target", action({ target: undefined }), "bad.yaml: actions[0]: target must be a string"],
    [
      "whose target is not valid JSONPath",
      action({ target: "paths./ping" }),
      "actions[0]: target paths./ping is not valid JSONPath",
    ],
    ["whose remove is a string", action({ remove: "yes" }), "actions[0]: remove must be true or false"],
    ["that does nothing", { ...MINIMAL, actions: [{ target: "$.info", remove: false }] }, "neither update nor remove"],
    ["that repeats an action", { ...MINIMAL, actions: [...MINIMAL.actions, ...MINIMAL.actions] }, "actions[1] repeats"],
    ["for no version", { ...MINIMAL, "x-applies-to": [] }, "x-applies-to must be a list of versions"],
    ["for a misspelt version", { ...MINIMAL, "x-applies-to": ["2.0"] }, "x-applies-to must be a list of versions"],
    [
      "for a version that is not a list",
      { ...MINIMAL, "x-applies-to": "v2.0" },
      "x-applies-to must be a list of versions",
    ],
  ])("%s", (_, value, message) => {
    expect(() => parseOverlay(value, "bad.yaml")).toThrow(message);
  });
});

test.each(["https://example.com/openapi.json", "file:///etc/passwd", "//example.com/a", "/etc/passwd"])(
  "an overlay that extends the address %s is refused",
  (target) => {
    const overlay = {
      overlay: "1.0.0",
      info: { title: "t", version: "1" },
      extends: target,
      actions: [{ target: "$.info", update: { title: "u" } }],
    };

    expect(() => parseOverlay(overlay, "a.yaml")).toThrow(`a.yaml: extends is the address ${target}; remove it`);
  },
);
