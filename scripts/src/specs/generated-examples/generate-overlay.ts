import { isObject, type Json, type JsonObject, objectIn, pointerTo } from "@nectar-sdk/openapi/document";
import { toJsonPath } from "@nectar-sdk/openapi/overlay";
import { createSchemaValidator, findUndeclaredProperties } from "@nectar-sdk/openapi/schema";
import { stringify } from "yaml";
import { NO_EXAMPLE } from "../examples/no-example.ts";
import { fitExamples } from "./fit-examples.ts";
import { type ExamplePlace, listExamplePlaces, listExamplesAt } from "./list-example-places.ts";
import { applyActions, createOverlay, MARK, type OverlayAction } from "./overlay-action.ts";
import { createSampler, sampleExamples } from "./sample-examples.ts";
import { shortenTarget } from "./shorten-target.ts";

/** An overlay with the missing examples of a version. */
export interface GeneratedOverlay {
  /** The text of the overlay; `undefined` if nothing is missing. */
  readonly text: string | undefined;
  /** The document with the overlay applied. */
  readonly document: JsonObject;
  /** Examples with a generated part: `$['components']['examples']['pgeJanuary'] /meter`. */
  readonly filled: readonly string[];
  /** Targets of the properties and examples that are removed. */
  readonly dropped: readonly string[];
}

/** One example may have several schemas; what one of them needs may be undeclared in another. */
const MOST_ROUNDS = 4;

/**
 * Generates an example for each place of a document that has none, and fits the shared examples to the schemas of this version: undeclared
 * properties go, missing ones are generated. Examples that nothing refers to go, too. A place whose schema accepts no sampled
 * value gets the reason in `x-no-example` instead.
 */
export function generateOverlay(document: JsonObject, version: string): GeneratedOverlay {
  const actions: OverlayAction[] = [...removeUnused(document)];
  let completed = applyActions(document, actions, version);
  const step = (more: readonly OverlayAction[]): number => {
    actions.push(...more);
    completed = applyActions(completed, more, version);
    return more.length;
  };
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    if (step([...fitExamples(completed), ...(round === 0 ? addExamples(completed, version) : [])]) === 0) break;
  }
  step(removeInvalid(completed));
  step(addExamples(completed, version));
  if (actions.length === 0) return { text: undefined, document, filled: [], dropped: [] };
  const note = `# Generated from the schemas of ${version}. Replace everything marked x-generated with real examples, in another file of this folder.\n`;
  const shorten = ({ target, ...change }: OverlayAction): JsonObject => ({
    ...shortenTarget(completed, target),
    ...change,
  });
  const isMark = ({ update }: OverlayAction): boolean =>
    isObject(update) && JSON.stringify(update).includes('"x-generated"');
  return {
    text:
      note + stringify(createOverlay(actions.map(shorten), version), { lineWidth: 0, aliasDuplicateObjects: false }),
    document: completed,
    filled: actions.filter(isMark).map(({ target }) => target),
    dropped: actions.filter(({ remove }) => remove).map(({ target }) => target),
  };
}

/** Removes the shared examples that no place refers to. */
function removeUnused(document: JsonObject): OverlayAction[] {
  const { components: _components, ...others } = document;
  const text = JSON.stringify([others, { ...objectIn(document, "components"), examples: {} }]);
  return Object.keys(objectIn(objectIn(document, "components"), "examples"))
    .filter((name) => !text.includes(JSON.stringify(pointerTo("#/components/examples", name))))
    .map((name) => ({ target: toJsonPath(["components", "examples", name]), remove: true as const }));
}

/** Removes the examples of each place with one that could not be fitted; generated ones take their place. */
function removeInvalid(document: JsonObject): OverlayAction[] {
  const validate = createSchemaValidator(document);
  const isInvalid = (schema: Json, value: Json, isGenerated: boolean): boolean =>
    validate(schema, value).length > 0 ||
    (!isGenerated && findUndeclaredProperties(document, schema, value).length > 0);
  return listExamplePlaces(document).flatMap((place) => {
    const target = toJsonPath(place.path);
    const { example } = place.object;
    const isBroken = listExamplesAt(document, place).some(({ schema, value, isGenerated }) =>
      isInvalid(schema, value, isGenerated),
    );
    return [
      ...(isBroken ? [{ target: `${target}['examples']`, remove: true as const }] : []),
      ...(example !== undefined && validate(place.schema, example).length > 0
        ? [{ target: `${target}['example']`, remove: true as const }]
        : []),
    ];
  });
}

function addExamples(document: JsonObject, version: string): OverlayAction[] {
  const validate = createSchemaValidator(document);
  const sampleSchema = createSampler(document, validate);
  const create = ({ kind, schema }: ExamplePlace, seed: string): JsonObject => {
    if (kind === "parameter") {
      const example = sampleSchema(schema, seed);
      return example === undefined ? NO_EXAMPLE : { ...MARK, example };
    }
    const examples = Object.entries(sampleExamples(document, schema, seed, sampleSchema, validate));
    if (examples.length === 0) return NO_EXAMPLE;
    return { examples: Object.fromEntries(examples.map(([name, value]) => [name, { ...MARK, value }])) };
  };
  return listExamplePlaces(document).flatMap((place): OverlayAction[] => {
    if (!place.isBare) return [];
    const target = toJsonPath(place.path);
    return [{ target, update: create(place, `${version} ${target}`) }];
  });
}
