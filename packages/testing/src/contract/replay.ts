import { assignOperation, createViolation, type Violation } from "../check/violation.ts";
import type { VersionFacts } from "../document/read-document.ts";
import { createRecorder } from "../recorder/create-recorder.ts";
import type { Interaction } from "../recording/recording.ts";
import type { PlannedCall } from "./plan-calls.ts";
import { type SendOptions, toFetchArguments } from "./to-fetch-arguments.ts";

export interface ReplayOptions extends SendOptions {
  readonly concurrency: number;
  /** Milliseconds for one call. */
  readonly timeout: number;
  /** Stops the replay and cancels pending calls. */
  readonly signal: AbortSignal;
}

export interface Replay {
  /** Completed calls in the order of the plan. */
  readonly interactions: readonly Interaction[];
  /** Why the server cannot be reached; `undefined` when it can. */
  readonly unreachable: string | undefined;
}

/** Failures that every further call would repeat. */
const UNREACHABLE = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|certificate|EPROTO|bad port/;

/** Consecutive calls without a response that stop the replay. */
const MAX_SILENT_CALLS = 5;

/** Makes the calls concurrently, and checks request and response of each. */
export async function replay(
  api: VersionFacts,
  calls: readonly PlannedCall[],
  options: ReplayOptions,
): Promise<Replay> {
  const results: (Interaction | undefined)[] = calls.map(() => undefined);
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, options.signal]);
  let unreachable: string | undefined;
  let silent = 0;
  const queue = calls.entries();
  const work = async (): Promise<void> => {
    for (const [index, call] of queue) {
      if (signal.aborted) return;
      const interaction = await makeCall(api, call, options, signal);
      if (signal.aborted && interaction.response === undefined) return;
      const { failure = "" } = interaction;
      silent = interaction.response === undefined ? silent + 1 : 0;
      if (UNREACHABLE.test(failure) || silent === MAX_SILENT_CALLS) {
        unreachable ??= failure;
        stop.abort();
        return;
      }
      results[index] = interaction;
    }
  };
  await Promise.all(Array.from({ length: options.concurrency }, work));
  return { interactions: results.filter((result) => result !== undefined), unreachable };
}

async function makeCall(
  api: VersionFacts,
  call: PlannedCall,
  options: ReplayOptions,
  signal: AbortSignal,
): Promise<Interaction> {
  const recorder = createRecorder(api, { baseUrl: options.baseUrl });
  const timeout = AbortSignal.timeout(options.timeout);
  const [url, init] = toFetchArguments(call.request, options);
  try {
    await recorder.fetch(url, { ...init, signal: AbortSignal.any([signal, timeout]) });
  } catch {
    // The recorder has recorded the error.
  }
  await recorder.settled();
  const [interaction] = recorder.interactions;
  if (interaction === undefined) throw new Error(`${call.request.method} ${call.request.path} was not recorded`);
  const added = checkReplay(call, interaction, timeout.aborted ? `within ${options.timeout} ms` : undefined);
  const operation = interaction.operation;
  return {
    ...interaction,
    violations: [...interaction.violations, ...(operation === undefined ? added : assignOperation(added, operation))],
  };
}

function checkReplay(
  { status }: PlannedCall,
  { response, failure }: Interaction,
  late: string | undefined,
): Violation[] {
  if (response === undefined)
    return [
      createViolation(
        "missing-response",
        "response",
        `no response ${late ?? `(${failure ?? "unknown reason"})`}: check the server log`,
      ),
    ];
  if (status === undefined || response.status === status) return [];
  return [createViolation("status-differs", "status", `the response is ${response.status}, expected ${status}`)];
}
