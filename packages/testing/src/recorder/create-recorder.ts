import { captureRequest, type Fetch, type RequestCapture } from "../capture/capture-request.ts";
import { captureResponse } from "../capture/capture-response.ts";
import { type CapturedExchange, toCapturedExchange } from "../capture/captured-exchange.ts";
import { splitUrl } from "../check/split-url.ts";
import type { Violation } from "../check/violation.ts";
import { expectCoverage } from "../coverage/expect-coverage.ts";
import { measureCoverage } from "../coverage/measure-coverage.ts";
import { loadDocument } from "../document/load-document.ts";
import type { ApiDocument, VersionFacts } from "../document/read-document.ts";
import type { Interaction, Recording } from "../recording/recording.ts";
import { saveRecording } from "../recording/recording-files.ts";
import { Redactor } from "../redact/redactor.ts";
import { createReport } from "../report/create-report.ts";
import { formatReport } from "../report/format-report.ts";
import { formatViolations } from "../report/format-text.ts";
import { describeError } from "../shared/error-message.ts";
import { toOneLine } from "../shared/printable.ts";
import { CaptureQueue } from "./capture-queue.ts";
import { checkExchange } from "./check-exchange.ts";
import { keepEssentials } from "./keep-essentials.ts";
import type { Recorder, RecorderOptions } from "./recorder.ts";
import { ContractViolationError } from "./recorder.ts";

/** A call in sending order, with its interaction once it is recorded. */
interface CallEntry {
  interaction?: Interaction;
  /** Generation of the known secrets when the interaction was redacted. */
  generation?: number;
}

/**
 * Creates a recorder that checks every call against the document of an API version.
 *
 * Works with any test runner, and independently of other recorders.
 *
 * @throws {Error} when the package of the version is not installed
 * @example
 * const recorder = createRecorder(v2_2);
 * const nectar = createNectarClient(v2_2, { fetch: recorder.fetch });
 */
export function createRecorder(
  api: VersionFacts,
  { fetch, mode = "record", baseUrl, severities = {}, redact = {} }: RecorderOptions = {},
): Recorder {
  const document = loadDocument(api);
  const basePath = baseUrl === undefined ? document.basePath : splitUrl(baseUrl).pathname.replace(/\/+$/, "");
  const send: Fetch = fetch ?? ((input, init) => globalThis.fetch(input, init));
  const redactor = new Redactor(document, redact);
  const queue = new CaptureQueue();
  let slots: CallEntry[] = [];

  const clean = (slot: CallEntry): Interaction | undefined => {
    if (slot.interaction === undefined || slot.generation === redactor.generation) return slot.interaction;
    slot.interaction = redactor.redactKnown(slot.interaction);
    slot.generation = redactor.generation;
    return slot.interaction;
  };

  const finished = (): Interaction[] => slots.flatMap((slot) => clean(slot) ?? []);

  const record = (slot: CallEntry, exchange: CapturedExchange): readonly Violation[] => {
    redactor.learnKeys(exchange.request);
    const judged = checkExchange(document, exchange, basePath, severities);
    slot.interaction = keepEssentials(redactor.redactPlaces(judged), document.apiKeyHeader);
    return clean(slot)?.violations ?? [];
  };

  const exchangeOf = async (slot: CallEntry, sent: RequestCapture): Promise<Response> => {
    let response: Response;
    try {
      response = await send(sent.input, sent.init);
    } catch (error) {
      record(slot, { request: await sent.read(), failure: describeError(error) });
      throw error;
    }
    const capture = captureResponse(response);
    const done = capture.done.then(async (captured) =>
      record(slot, { request: await sent.read(), response: captured }),
    );
    await queue.wait(done, capture.stop);
    return response;
  };

  const requireSettled = (): void => {
    const open = slots.length - finished().length;
    if (open === 0) return;
    throw new Error(`${open} ${open === 1 ? "call is" : "calls are"} not recorded yet: await recorder.settled() first`);
  };

  const recorder: Recorder = {
    async fetch(input, init) {
      const sent = captureRequest(input, init);
      const slot: CallEntry = {};
      slots.push(slot);
      const response = await exchangeOf(slot, sent);
      const interaction = clean(slot);
      const errors = selectErrors(interaction === undefined ? [] : [interaction]);
      if (mode === "throw" && errors.length > 0) throw createViolationError(document, interaction, errors);
      return response;
    },
    get interactions() {
      return finished();
    },
    get violations() {
      return finished().flatMap(({ violations }) => violations);
    },
    check(exchange) {
      const slot: CallEntry = {};
      slots.push(slot);
      return record(slot, toCapturedExchange(exchange));
    },
    coverage: () => measureCoverage(document, finished()),
    expectNoViolations() {
      requireSettled();
      const errors = selectErrors(finished());
      if (errors.length === 0) return;
      throw new ContractViolationError(formatViolations(createReport(document, recorder.recording())), errors);
    },
    expectFullCoverage(patterns, options) {
      requireSettled();
      expectCoverage(recorder.coverage(), patterns, options);
    },
    settled: () => queue.settled(),
    report: (format) => formatReport(createReport(document, recorder.recording()), format),
    recording: (): Recording => ({
      format: 1,
      api: api.version,
      specSha256: api.sha256 ?? "",
      interactions: finished(),
    }),
    save: (file) => saveRecording(file, recorder.recording()),
    reset() {
      slots = [];
    },
  };
  return recorder;
}

function selectErrors(interactions: readonly Interaction[]): Violation[] {
  return interactions.flatMap(({ violations }) => violations.filter(({ severity }) => severity === "error"));
}

function createViolationError(
  { version }: ApiDocument,
  interaction: Interaction | undefined,
  errors: readonly Violation[],
): ContractViolationError {
  const { method = "", path = "" } = interaction?.request ?? {};
  const lines = errors.map(({ code, at, message }) => toOneLine(`  ${code} at ${at}: ${message}`));
  return new ContractViolationError(
    `${toOneLine(`${method} ${path}`)} breaks the contract of ${version}:\n${lines.join("\n")}`,
    errors,
  );
}
