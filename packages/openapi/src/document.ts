export {
  checkSize,
  checkTextDepth,
  DEEPEST,
  findExcessDepth,
  formatTooDeep,
} from "./document/check-size.ts";
export { groupBy } from "./document/group-by.ts";
export {
  arrayIn,
  asObject,
  asString,
  isArray,
  isObject,
  isTrueIn,
  type Json,
  type JsonObject,
  mapValues,
  objectAt,
  objectIn,
  stringIn,
  valueAt,
} from "./document/json.ts";
export {
  type BodyKind,
  chooseMediaType,
  isJsonType,
  isUsualMediaType,
  type ResponseKind,
  toBodyKind,
  toMediaType,
  toResponseKind,
} from "./document/media-type.ts";
export { findNearest, measureDistance, suggest } from "./document/nearest.ts";
export {
  isParameterSegment,
  matchPath,
  type PathMatch,
  readPathParameters,
  replacePathParameters,
  toOperationKey,
  toTemplateForm,
} from "./document/path-template.ts";
export {
  isLocalReference,
  lookUp,
  pointerKeys,
  pointerTo,
  readChild,
  readReference,
  readSchemaName,
} from "./document/pointer.ts";
export { COMMAND_MARK, makeVisible, toPrintableLine } from "./document/printable-text.ts";
export {
  type ApiDescription,
  type ApiOperation,
  type ApiTag,
  type HttpMethod,
  METHODS,
  readApi,
  readCallbacks,
} from "./document/read-api.ts";
export type { ApiBody, ApiContent, ApiParameter, ApiResponse } from "./document/read-messages.ts";
export { readProperties, readRequired, readTypes, resolve, resolveStrictly } from "./document/resolve.ts";
export {
  findResponse,
  findSuccess,
  findSuccessContent,
  type ResponseEntry,
  type Responses,
  selectFailures,
  selectSuccesses,
} from "./document/select-response.ts";
export { isMap, type KeywordObject, keepKnownSections, rewriteObjects, walkObjects } from "./document/walk-objects.ts";
