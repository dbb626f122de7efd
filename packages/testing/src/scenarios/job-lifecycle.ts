import { isObject, type Json, type JsonObject } from "@nectar-sdk/openapi/document";
import type { Operation } from "../document/read-document.ts";
import { findJobOperations, type JobOperations } from "../response/find-job-operations.ts";
import { isSuccess, type MockResponse, replaceBody } from "../response/mock-response.ts";
import { requireValid } from "./check-options.ts";
import type { ActiveScenario, Scenario, ScenarioApi, ScenarioRequest } from "./scenario.ts";
import { toJson } from "./to-json.ts";

const NAME = "jobLifecycle";

/**
 * Creates a scenario of jobs that go through the given states.
 *
 * Each job moves to its next state with each poll, and keeps the last. Submitting a job returns the first state and a new id.
 */
export function createJobLifecycle<V extends string>(api: ScenarioApi<V>, states: readonly unknown[]): Scenario<V> {
  if (!Array.isArray(states) || states.length === 0)
    throw new RangeError(`${NAME}: no states: pass at least one, such as ["PENDING", "COMPLETED"]`);
  const jobs = findJobOperations(api.document);
  const bodies = states.map((state, index) => createJobBody(api, jobs, toJson(state), index));
  return { name: NAME, version: api.version, start: () => new JobLifecycle(jobs, bodies) };
}

class JobLifecycle implements ActiveScenario {
  readonly done = false;
  handled = 0;
  readonly #jobs: JobOperations;
  readonly #bodies: readonly JsonObject[];
  readonly #polls = new Map<string, number>();
  #submitted = 0;

  constructor(jobs: JobOperations, bodies: readonly JsonObject[]) {
    this.#jobs = jobs;
    this.#bodies = bodies;
  }

  async handle(exchange: ScenarioRequest, next: () => Promise<MockResponse>): Promise<MockResponse> {
    const { retrieve, submit } = this.#jobs;
    const isMember = ({ id }: Operation) => id === exchange.operation.id;
    if (!isMember(retrieve) && !submit.some(isMember)) return next();
    const checked = await exchange.prism();
    if (!isSuccess(checked)) return checked;
    this.handled += 1;
    const id = isMember(retrieve) ? Object.values(exchange.pathParameters).join("/") : this.#newId();
    const body = isMember(retrieve) ? this.#next(id) : this.#bodies[0];
    return { ...replaceBody(checked, { ...body, id }), by: NAME };
  }

  #newId(): string {
    this.#submitted += 1;
    return `job-${this.#submitted}`;
  }

  #next(id: string): JsonObject | undefined {
    const polls = this.#polls.get(id) ?? 0;
    this.#polls.set(id, polls + 1);
    return this.#bodies[Math.min(polls, this.#bodies.length - 1)];
  }
}

/** Creates the body of a state: the example of that status with the given fields. */
function createJobBody({ document }: ScenarioApi, jobs: JobOperations, state: Json, index: number): JsonObject {
  const given = typeof state === "string" ? { status: state } : state;
  const status = isObject(given) ? given["status"] : undefined;
  if (!isObject(given) || typeof status !== "string" || status === "")
    throw new TypeError(`${NAME}: state ${index + 1} is ${JSON.stringify(state)}: pass a status, or a job with one`);
  const examples = [...jobs.examples.values()];
  const example = examples.find((candidate) => isObject(candidate) && candidate["status"] === status);
  const body = { ...(isObject(example) ? example : {}), id: "job", ...given };
  requireValid(`${NAME}: state ${index + 1}`, document.validate(jobs.schema, body));
  return body;
}
