import { findExcessDepth, isObject } from "@nectar-sdk/openapi/document";
import { createSchemaValidator, type SchemaProblem } from "@nectar-sdk/openapi/schema";
import { readMessage } from "../shared/error-message.ts";
import { toOneLine } from "../shared/printable.ts";
import { findSyntaxError } from "./json-syntax.ts";
import type { Interaction, Recording } from "./recording.ts";
import { RecordingError } from "./recording.ts";
import { RECORDING_SCHEMA } from "./recording-schema.ts";
import { isValidHeader } from "./request-syntax.ts";

const AGAIN = "record it again with recorder.save()";
/** The recorder keeps bodies of up to 200 levels. */
const DEEPEST = 256;
const validate = createSchemaValidator({});

/**
 * Parses a recording that `save()` wrote.
 *
 * @param name name of the file, for messages
 * @throws {RecordingError} when the text is not a recording of this format; names the line or the interaction
 */
export function readRecording(text: string, name: string): Recording {
  const value = parseRecordingText(text, name);
  if (isObject(value) && Number.isInteger(value["format"]) && value["format"] !== 1) {
    const format = String(value["format"]);
    throw new RecordingError(
      `${name}: its format is ${format}, but this release of @nectar-sdk/testing reads format 1: ${AGAIN}`,
    );
  }
  const problems: SchemaProblem[] = [];
  if (!isRecording(value, problems)) throw createFormatError(name, problems);
  for (const [index, interaction] of value.interactions.entries()) requireHeaders(name, index, interaction);
  return value;
}

function parseRecordingText(text: string, name: string): unknown {
  if (findExcessDepth(text, DEEPEST) !== undefined)
    throw new RecordingError(`${name} is not a recording (it is nested deeper than ${DEEPEST} levels): ${AGAIN}`);
  try {
    return JSON.parse(text);
  } catch (error) {
    const { line, why } = findSyntaxError(text, readMessage(error));
    const place = line === undefined ? "" : `, line ${line}`;
    throw new RecordingError(`${name} is not valid JSON${place} (${toOneLine(why)}): ${AGAIN}`);
  }
}

/** The schema matches the type. */
function isRecording(value: unknown, problems: SchemaProblem[]): value is Recording {
  problems.push(...(isObject(value) ? validate(RECORDING_SCHEMA, value) : [{ at: "", message: "must be object" }]));
  return problems.length === 0;
}

function createFormatError(name: string, [problem]: readonly SchemaProblem[]): RecordingError {
  const { at = "", message = "" } = problem ?? {};
  const [, index, rest] = /^\/interactions\/(\d+)(.*)$/.exec(at) ?? [];
  const place = index === undefined ? at || "it" : describePlace(Number(index), rest ?? "");
  return new RecordingError(`${name} is not a recording (${place} ${message}): ${AGAIN}`);
}

/** Counts interactions from 1. */
function describePlace(index: number, pointer: string): string {
  return `interaction ${index + 1}${pointer}`;
}

/** An edited file may contain headers that cannot be sent. */
function requireHeaders(name: string, index: number, { request }: Interaction): void {
  for (const [header, value] of Object.entries(request.headers)) {
    if (isValidHeader(header, value)) continue;
    const place = describePlace(index, "/request/headers");
    throw new RecordingError(
      `${name} is not a recording (${place} has ${JSON.stringify(header)}, which cannot be sent): ${AGAIN}`,
    );
  }
}
