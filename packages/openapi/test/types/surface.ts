import { type Change, diffDocuments, formatChanges } from "@nectar-sdk/openapi/diff";
import {
  type ApiOperation,
  type HttpMethod,
  type JsonObject,
  METHODS,
  matchPath,
  readApi,
} from "@nectar-sdk/openapi/document";
import { type Normalised, normaliseDocument, type Rules } from "@nectar-sdk/openapi/normalise";
import { applyOverlay, type Overlay, OverlayError, parseOverlay } from "@nectar-sdk/openapi/overlay";
import { createSchemaValidator, findUndeclaredProperties, type SchemaProblem } from "@nectar-sdk/openapi/schema";

const document: JsonObject = { openapi: "3.1.0", paths: {} };
const [operation]: readonly ApiOperation[] = readApi(document).operations;
export const id: string | undefined = operation?.id;
export const required: boolean | undefined = operation?.body?.required;
export const method: HttpMethod = METHODS[0];
// @ts-expect-error: a document is read only.
readApi(document).operations[0] = undefined;
// @ts-expect-error: methods are written in lower case.
export const isPost: boolean = operation?.method === "POST";

const match = matchPath(readApi(document).operations, "get", "/site/1");
export const found: ApiOperation | undefined =
  match !== undefined && "operation" in match ? match.operation : undefined;

const changes: Change[] = diffDocuments(document, document);
export const lines: string[] = formatChanges(changes);
// @ts-expect-error: a severity is one of four words.
export const isBad: boolean = changes[0]?.severity === "bad";

const rules: Rules = { openEnums: false };
const normalised: Normalised = normaliseDocument(document, rules, { isValid: () => true });
export const notes: string[] = normalised.notes.map(({ rule, at, message }) => `${rule} ${at} ${message}`);
// @ts-expect-error: only rules that exist can be switched off.
normaliseDocument(document, { openEnum: false });

const problems: readonly SchemaProblem[] = createSchemaValidator(document)({ type: "string" }, 1);
export const places: string[] = [...problems.map(({ at }) => at), ...findUndeclaredProperties(document, true, {})];
// @ts-expect-error: undefined is not a JSON value.
createSchemaValidator(document)(true, undefined);

const overlay: Overlay = parseOverlay({});
applyOverlay(document, overlay);
export const name: "OverlayError" = new OverlayError("x").name;
