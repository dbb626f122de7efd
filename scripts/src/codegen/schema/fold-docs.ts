import {
  isArray,
  isObject,
  type Json,
  type JsonObject,
  keepKnownSections,
  readTypes,
  rewriteObjects,
} from "@nectar-sdk/openapi/document";
import { escapeTags } from "../docs/doc-comment.ts";
import { limitsOf, sentence, shownValue, textAt } from "../docs/document-text.ts";

/** Marks a string schema that stands for a file, once its `format` has become part of the documentation. */
export const BINARY = "x-binary";

/** The values that a string may have today; others may come. */
export const OPEN_ENUM = "x-extensible-enum";

/** What openapi-typescript would print line by line; all of it goes into `description` in a better order. */
const PRINTED = new Set(["title", "summary", "format", "deprecated", "default", "example", "examples"]);

/**
 * Folds everything that documents a node into its `description`, which is all that is left to print: the text first, then
 * limits, default, example and deprecation. (A tag before the text would swallow it.)
 */
export function foldDocs(document: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(keepKnownSections(document))
      .filter(([key]) => !isForeign(key))
      .map(([key, value]) => [
        key,
        key === "paths" || key === "components" || key === "webhooks" ? foldSection(key, value) : value,
      ]),
  );
}

function foldSection(key: string, section: Json): Json {
  const folded = rewriteObjects({ [key]: section }, foldObject);
  return isObject(folded) && folded[key] !== undefined ? folded[key] : section;
}

function foldObject(object: JsonObject): JsonObject {
  const entries = Object.entries(object).filter(([key]) => !PRINTED.has(key) && !isForeign(key));
  const description = docsOf(object);
  const binary: [string, Json][] = isBinary(object) ? [[BINARY, true]] : [];
  return Object.fromEntries([
    ...entries,
    ...binary,
    ...(description === "" ? [] : [["description", description] as const]),
  ]);
}

/** Extensions of others mean nothing here, but the library would look for the references in them. */
function isForeign(key: string): boolean {
  return key.startsWith("x-") && key !== OPEN_ENUM;
}

function docsOf(object: JsonObject): string {
  const schema = isObject(object["schema"]) ? object["schema"] : object;
  const description = escapeTags(textAt(object, "description"));
  const summary = escapeTags(textAt(object, "summary") || (description === "" ? textAt(object, "title") : ""));
  const fallback = shownValue(schema["default"]);
  const [firstExample] = isArray(object["examples"]) ? object["examples"] : [];
  const example = shownExample(object["example"] ?? firstExample);
  const tags = [
    fallback === undefined ? "" : `@default ${escapeTags(fallback)}`,
    example === undefined ? "" : `@example ${escapeTags(example)}`,
    object["deprecated"] === true ? "@deprecated" : "",
  ];
  const text = [summary, description].filter((part) => part !== "").join("\n\n");
  return [withLimits(text, escapeTags(limitsOf(schema).join(" "))), ...tags.filter((tag) => tag !== "")]
    .filter((part) => part !== "")
    .join("\n");
}

/** Hides example ids: all look alike, and they do not compress. */
function shownExample(example: Json | undefined): string | undefined {
  const shown = shownValue(example);
  return shown !== undefined && /^[0-9a-f-]{32,36}$/i.test(shown) ? undefined : shown;
}

/** Appends the limits to a description of one line; after a longer one, which may end in a list, they are a paragraph. */
function withLimits(text: string, limits: string): string {
  if (text === "" || limits === "") return text + limits;
  return text.includes("\n") ? `${text}\n\n${limits}` : `${sentence(text)} ${limits}`;
}

function isBinary(schema: JsonObject): boolean {
  if (!readTypes(schema).includes("string")) return false;
  const media = schema["contentMediaType"];
  return (
    schema["format"] === "binary" ||
    (typeof media === "string" && schema["contentEncoding"] === undefined && !media.startsWith("text/"))
  );
}
