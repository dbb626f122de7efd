/** A file or a folder that cannot be used as a recording. */
export class RecordingError extends Error {
  override readonly name = "RecordingError";
}
