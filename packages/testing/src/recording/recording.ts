import type { Interaction } from "./interaction.ts";

/** What `save()` writes and `loadRecordings()` reads. Its schema is {@link RECORDING_SCHEMA}. */
export interface Recording {
  /** Of this shape; another number means another release wrote it. */
  readonly format: 1;
  /** `v2.2`. */
  readonly api: string;
  /** SHA-256 of the document that it was recorded with. */
  readonly specSha256: string;
  /** In the order in which the requests were sent. */
  readonly interactions: readonly Interaction[];
}
