import { componentNames } from "./axes/component-names.ts";
import { noEvidence, requiredReadOnly } from "./axes/fields.ts";
import { inlineEnvelopes, inPlace } from "./axes/in-place.ts";
import { openapi30 } from "./axes/openapi-30.ts";
import { collidingIds, operationIds, swappedIds } from "./axes/operation-ids.ts";
import { fewerOperations, moreOperations, oneVersionOnly } from "./axes/operations.ts";
import { sorted } from "./axes/order.ts";
import { noServers, noWebhooks, pathParameterNames, trailingSlashes, versionPrefix } from "./axes/paths.ts";
import { polymorphism } from "./axes/polymorphism.ts";
import { closedEnums, enumUnions, nullEnums, singleRefAllOf } from "./axes/references.ts";
import { requiredValues } from "./axes/required-values.ts";
import {
  brokenExamples,
  emptyDescriptions,
  longDescriptions,
  otherTags,
  rewordedTexts,
  someErrors,
} from "./axes/texts.ts";
import type { Axis } from "./axis.ts";

/** All axes in the order in which they apply: what there is, what it is called, how it is described, how it is written. */
export const AXES: readonly Axis[] = [
  ...[noEvidence, moreOperations, polymorphism, fewerOperations, oneVersionOnly],
  ...[collidingIds, swappedIds, operationIds, otherTags],
  ...[inlineEnvelopes, someErrors, requiredReadOnly, requiredValues, brokenExamples],
  ...[rewordedTexts, longDescriptions, emptyDescriptions],
  ...[closedEnums, nullEnums, enumUnions, singleRefAllOf, componentNames],
  ...[pathParameterNames, trailingSlashes, versionPrefix, noServers, noWebhooks],
  ...[inPlace, openapi30, sorted],
];
