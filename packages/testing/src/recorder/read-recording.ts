import { isObject } from "../document/json.ts";
import { createSchemaValidator, type SchemaProblem } from "../document/schema-validator.ts";
import { messageOf } from "../message-of.ts";
import type { Recording } from "./recording.ts";
import { RecordingError } from "./recording-error.ts";
import { RECORDING_SCHEMA } from "./recording-schema.ts";

const AGAIN = "record it again with recorder.save()";
const validate = createSchemaValidator({});

/**
 * Reads what `save()` wrote.
 *
 * @param name of the file, for messages
 * @throws {RecordingError} for what is no recording, or one of another format
 */
export function readRecording(text: string, name: string): Recording {
  const value = parse(text, name);
  if (isObject(value) && Number.isInteger(value["format"]) && value["format"] !== 1) {
    const format = String(value["format"]);
    throw new RecordingError(`${name}: its format is ${format}, this release of @nectar-sdk/testing reads 1: ${AGAIN}`);
  }
  const problems: SchemaProblem[] = [];
  if (isRecording(value, problems)) return value;
  const [problem] = problems;
  const where = problem === undefined ? "" : ` (${problem.at === "" ? "it" : problem.at} ${problem.message})`;
  throw new RecordingError(`${name} is no recording${where}: ${AGAIN}`);
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = messageOf(error);
    throw new RecordingError(`${name} is no JSON (${why}): ${AGAIN}`);
  }
}

/** The schema says what the type says. */
function isRecording(value: unknown, problems: SchemaProblem[]): value is Recording {
  problems.push(...(isObject(value) ? validate(RECORDING_SCHEMA, value) : [{ at: "", message: "must be object" }]));
  return problems.length === 0;
}
