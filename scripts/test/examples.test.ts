import { isDeepStrictEqual } from "node:util";
import {
  asObject,
  findSuccessContent,
  isArray,
  isObject,
  type Json,
  type JsonObject,
  objectAt,
  objectIn,
  readApi,
} from "@nectar-sdk/openapi/document";
import { applyOverlay, type Location, REMOVED, rewriteAt } from "@nectar-sdk/openapi/overlay";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { VERSIONS } from "../src/shared/versions.ts";
import {
  collectExampleSets,
  type Example,
  type ExampleSet,
  labelExample,
} from "../src/specs/examples/collect-examples.ts";
import { checkIdentities } from "../src/specs/examples/identity.ts";
import { checkMissingExamples, createExampleCheck, validateExamples } from "../src/specs/examples/validate-examples.ts";
import { countDocument } from "../src/specs/expectations/count-document.ts";
import { effectiveDocument } from "../src/specs/overlay/effective-document.ts";
import { SPECS } from "./support/examples-support.ts";

const DOCUMENTS = new Map(
  await Promise.all(VERSIONS.map(async (version) => [version, await effectiveDocument(SPECS, version)] as const)),
);
const SETS = [...DOCUMENTS].map(([version, document]) => ({ version, document, sets: collectExampleSets(document) }));

const ERROR_NAMES: ReadonlyMap<string, RegExp> = new Map([
  ["400", /^badRequest( fieldErrors)?$/],
  ["401", /^unauthorized$/],
  ["403", /^forbidden$/],
  ["404", /^notFound$/],
  ["429", /^tooManyRequests$/],
]);
const ERRORS = [...ERROR_NAMES.keys()];

describe.each(SETS)("the examples of $version", ({ version, document, sets }) => {
  test("follow their schemas, are complete, and agree with each other", () => {
    expect(validateExamples(document)).toEqual([]);
  });

  test("are there for all operations, each with its response and its errors, and for all webhooks", () => {
    const answers = sets.filter(({ place }) => place === "response");
    const { operations, webhooks } = readApi(document);
    const count = (status: string): number => answers.filter(({ detail }) => detail === status).length;
    const documented = (status: string): number =>
      operations.filter(({ object }) => Object.hasOwn(objectIn(object, "responses"), status)).length;
    expect(operations).not.toEqual([]);
    expect(ERRORS.map(count)).toEqual(ERRORS.map(documented));
    expect(ERRORS.filter((status) => documented(status) > 0)).not.toEqual([]);
    const withContent = operations.filter((operation) => findSuccessContent(operation) !== undefined);
    expect(answers.filter(({ detail }) => detail.startsWith("2"))).toHaveLength(withContent.length);
    expect(sets.filter(({ place }) => place === "webhook")).toHaveLength(webhooks.length);
  });

  test("are all used, none lies about in the components", () => {
    const text = JSON.stringify(objectAt(document, "paths", version));
    const names = Object.keys(objectAt(objectAt(document, "components", version), "examples", version));
    expect(names.filter((name) => !text.includes(`"#/components/examples/${name}"`))).toEqual([]);
  });

  test("are named page1, page2, page3 for all lists, and after their states for jobs", () => {
    const lists = sets.filter(({ examples }) =>
      examples.some(({ value }) => isObject(value) && value["currentPage"] !== undefined),
    );
    expect(lists).toHaveLength(countDocument(document).lists);
    expect(new Set(lists.map(namesIn))).toEqual(new Set(["page1 page2 page3"]));
    expect(namesAt(sets, "GET /job/{}", "200")).toBe("completed pending failed terminated bulkCompleted");
    expect(namesAt(sets, "POST /job/company/{}", "201")).toBe("pending completed failed terminated");
    expect(namesAt(sets, "POST /job/company/{}/bulk", "201")).toBe("pending completed failed terminated");
  });

  test("name their errors", () => {
    const errors = sets.filter(({ place, detail }) => place === "response" && ERROR_NAMES.has(detail));
    expect(errors).not.toEqual([]);
    for (const set of errors) expect(namesIn(set)).toMatch(ERROR_NAMES.get(set.detail) ?? /^$/);
  });

  test("have readings that follow each other without a gap", () => {
    const pages = sets.find(({ key, detail }) => key === "GET /interval/connection/{}" && detail === "200");
    const readings = (pages?.examples ?? []).flatMap(({ value }) => readItems(value, "intervals"));
    expect(readings).toHaveLength(5);
    for (const [index, reading] of readings.slice(1).entries()) expect(reading["start"]).toBe(readings[index]?.["end"]);
  });

  test("list by site and connection only what the company has too", () => {
    for (const [kind, key] of [
      ["document", "documents"],
      ["usage", "usageData"],
      ["meter", "meters"],
    ] as const) {
      const all = new Set(idsListed(sets, `GET /${kind}/company/{}`, key));
      const narrower = ["site", "connection"].flatMap((by) => idsListed(sets, `GET /${kind}/${by}/{}`, key));
      expect(narrower.length).toBeGreaterThan(0);
      expect(narrower.filter((id) => !all.has(id))).toEqual([]);
    }
  });

  test("have the usage and document fields of their version and not those of another", () => {
    const entry = asObject(exampleValue(sets, "GET /usage/{}", "houseJanuary"), "usage");
    const bill = asObject(exampleValue(sets, "GET /document/{}", "pgeJanuary"), "document");
    const has = (object: JsonObject, key: string): boolean => Object.hasOwn(object, key);
    expect({
      timeOfUse: has(entry, "timeOfUse"),
      timeOfUseBreakdown: has(entry, "timeOfUseBreakdown"),
      serviceAddress: has(entry, "serviceAddress"),
      electricityType: has(entry, "electricityType"),
      dueDate: has(objectAt(entry, "document", "usage"), "dueDate"),
      demandMeters: has(bill, "demandMeters"),
    }).toEqual(
      {
        "v2.0": {
          timeOfUse: true,
          timeOfUseBreakdown: true,
          serviceAddress: true,
          electricityType: false,
          dueDate: false,
          demandMeters: false,
        },
        "v2.1": {
          timeOfUse: true,
          timeOfUseBreakdown: false,
          serviceAddress: false,
          electricityType: true,
          dueDate: true,
          demandMeters: false,
        },
        "v2.2": {
          timeOfUse: false,
          timeOfUseBreakdown: true,
          serviceAddress: false,
          electricityType: true,
          dueDate: true,
          demandMeters: true,
        },
      }[version],
    );
  });
});

describe.each(SETS)("a broken example of $version is caught", ({ document, sets }) => {
  const check = createExampleCheck(document);
  // A generated part exempts an example from what ties it to others, so each stands here as if a person had written it.
  const written = sets.map((set) => ({
    ...set,
    examples: set.examples.map((example) => ({ ...example, isGenerated: false })),
  }));
  const answers = written
    .filter(({ place, detail }) => place === "response" && detail.startsWith("2"))
    .flatMap(({ examples }) => examples);
  // These responses are partly free-form, so an additional property is valid there.
  const closed = answers.filter(({ key }) => !/ \/(ping|datasource|webhook|team)$/.test(key));

  test("if any value has the wrong type", () => {
    fc.assert(
      fc.property(
        placeIn(answers, (value) => !isObject(value) && !isArray(value)),
        ({ example, at }) => {
          expect(check(changed(example, at, () => ({ broken: true })))).not.toEqual([]);
        },
      ),
    );
  });

  test("if any object has a property that the document does not declare", () => {
    const filled = (value: Json): boolean => isObject(value) && Object.keys(value).length > 0;
    fc.assert(
      fc.property(placeIn(closed, filled), ({ example, at }) => {
        const broken = changed(example, at, (value) => ({ ...asObject(value, "object"), undeclaredByUs: 1 }));
        expect(check(broken).join()).toContain("undeclaredByUs is not declared");
      }),
    );
  });

  test("if any charge of a bill is a cent off", () => {
    const bills = answers.filter(({ key }) => key === "GET /document/{}");
    const charge = (_: Json, at: Location): boolean =>
      ["totalCharge", "totalCharges", "currentCharges", "taxCharges"].includes(String(at.at(-1)));
    fc.assert(
      fc.property(placeIn(bills, charge), ({ example, at }) => {
        const broken = changed(example, at, (value) => (Number(value) + 0.01).toFixed(2));
        expect(check(broken)).not.toEqual(check(example));
      }),
    );
  });

  test("if any id of a listed item belongs to another item", () => {
    // Nothing refers to readings, and no operation returns a single one. Generated entries are alone as well.
    const pages = closed.filter(({ name }) => name.startsWith("page"));
    const texts = answers.map(({ key, value }) => ({ key, text: JSON.stringify(value) }));
    const isKnownElsewhere = (value: Json): boolean =>
      new Set(texts.flatMap(({ key, text }) => (text.includes(JSON.stringify(value)) ? [key] : []))).size > 1;
    const id = (value: Json, at: Location): boolean => at.length === 3 && at.at(-1) === "id" && isKnownElsewhere(value);
    const before = checkIdentities(written);
    fc.assert(
      fc.property(placeIn(pages, id), ({ example, at }) => {
        const broken = changed(example, at, () => "00000000-0000-4000-8000-000000000000");
        expect(checkIdentities(written.map((set) => withExample(set, example, broken)))).not.toEqual(before);
      }),
      { numRuns: 20 },
    );
  });

  test("if any operation loses the examples of its response", () => {
    const operations = answers.map(({ operationId, detail }) => ({ operationId, detail }));
    fc.assert(
      fc.property(fc.constantFrom(...operations), ({ operationId, detail }) => {
        const target = `$.paths[*][?@.operationId == '${operationId}'].responses['${detail}'].content[*].examples`;
        const overlay = { name: "test.yaml", title: "Test", actions: [{ kind: "remove", target } as const] };
        const bare = asObject(applyOverlay(document, overlay), "document");
        expect(checkMissingExamples(collectExampleSets(bare))).toContain(
          `${operationId} response ${detail}: no example`,
        );
      }),
      { numRuns: 5 },
    );
  });
});

test("the versions have the same examples for the responses that all of them have", () => {
  const isShared = ({ key, detail }: ExampleSet): boolean =>
    SETS.every(({ sets }) => sets.some((set) => set.key === key && set.detail === detail));
  const names = SETS.map(({ sets }) =>
    sets
      .filter((set) => set.place !== "parameter" && isShared(set))
      .map((set) => `${set.key} ${set.detail} ${namesIn(set)}`)
      .sort(),
  );
  expect(names.flat()).not.toEqual([]);
  expect(names.every((list) => isDeepStrictEqual(list, names[0]))).toBe(true);
});

function namesIn(set: ExampleSet): string {
  return set.examples.map(({ name }) => name).join(" ");
}

function namesAt(sets: readonly ExampleSet[], key: string, detail: string): string {
  return sets
    .filter((set) => set.key === key && set.detail === detail)
    .map(namesIn)
    .join();
}

function exampleValue(sets: readonly ExampleSet[], key: string, name: string): Json | undefined {
  return sets.flatMap(({ examples }) => examples).find((example) => example.key === key && example.name === name)
    ?.value;
}

function readItems(page: Json, key: string): JsonObject[] {
  const items = asObject(page, "page")[key];
  return isArray(items) ? items.map((item) => asObject(item, key)) : [];
}

function idsListed(sets: readonly ExampleSet[], key: string, items: string): (Json | undefined)[] {
  const pages = sets.filter((set) => set.key === key && set.detail === "200");
  return pages.flatMap(({ examples }) =>
    examples.flatMap(({ value }) => readItems(value, items).map((item) => item["id"])),
  );
}

interface Place {
  readonly example: Example;
  readonly at: Location;
  /** A failing property prints this instead of the whole example. */
  readonly [fc.toStringMethod]: () => string;
}

/** Any place inside any of the examples that fits. */
function placeIn(examples: readonly Example[], fits: (value: Json, at: Location) => boolean): fc.Arbitrary<Place> {
  const places = examples.flatMap((example) => placesOf(example.value, [], fits).map((at) => ({ example, at })));
  return fc.constantFrom(...places).map(({ example, at }) => {
    return { example, at, [fc.toStringMethod]: () => `${labelExample(example)} /${at.join("/")}` };
  });
}

function placesOf(value: Json, at: Location, fits: (value: Json, at: Location) => boolean): Location[] {
  const children = isObject(value) ? Object.entries(value) : isArray(value) ? [...value.entries()] : [];
  const inner = children.flatMap(([key, child]) => placesOf(child, [...at, key], fits));
  return fits(value, at) ? [at, ...inner] : inner;
}

function changed(example: Example, at: Location, change: (value: Json) => Json): Example {
  const value = rewriteAt(example.value, [at], change);
  if (value === REMOVED) throw new Error("nothing is removed here");
  return { ...example, value };
}

function withExample(set: ExampleSet, old: Example, example: Example): ExampleSet {
  return { ...set, examples: set.examples.map((one) => (one === old ? example : one)) };
}
