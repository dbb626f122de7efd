import type { ApiDocument } from "../document/read-document.ts";
import type { MockResponse } from "../response/mock-response.ts";
import type { ActiveScenario, Scenario, ScenarioRequest } from "../scenarios/scenario.ts";

/** Progress of the scenarios of one `mock.use` call. */
export interface ScenarioHandle {
  /** Whether every scenario has reached its limit; never true without a limit. */
  readonly done: boolean;
  /** Number of requests that the scenarios have handled. */
  readonly handled: number;
  /** Removes the scenarios; pending requests still get their response. */
  remove(): void;
}

/** The scenarios of one mock server, newest first. */
export class ScenarioStack {
  readonly #document: ApiDocument;
  #behaviours: readonly ActiveScenario[] = [];

  constructor(document: ApiDocument) {
    this.#document = document;
  }

  use(scenarios: readonly Scenario[]): ScenarioHandle {
    const { version } = this.#document;
    const maker = `createScenarios(${version.replace(".", "_")})`;
    for (const scenario of scenarios) {
      // A caller without types may pass the function itself instead of its result.
      if (typeof scenario?.start !== "function")
        throw new TypeError(`mock.use expects a scenario from ${maker}, got ${typeof scenario}`);
      if (scenario.version === version) continue;
      throw new TypeError(
        `${scenario.name} was created for ${scenario.version}, but this mock serves ${version}: create it with ${maker}`,
      );
    }
    const started = scenarios.map((scenario) => scenario.start(this.#document));
    this.#behaviours = [...started, ...this.#behaviours];
    return new StackHandle(started, () => {
      this.#behaviours = this.#behaviours.filter((behaviour) => !started.includes(behaviour));
    });
  }

  clear(): void {
    this.#behaviours = [];
  }

  /** Lets each scenario handle the request in turn, and finally Prism. */
  respond(exchange: ScenarioRequest): Promise<MockResponse> {
    const behaviours = this.#behaviours;
    const from = (index: number): Promise<MockResponse> => {
      const behaviour = behaviours[index];
      return behaviour === undefined ? exchange.prism() : behaviour.handle(exchange, () => from(index + 1));
    };
    return from(0);
  }
}

class StackHandle implements ScenarioHandle {
  readonly #behaviours: readonly ActiveScenario[];
  readonly remove: () => void;

  constructor(behaviours: readonly ActiveScenario[], remove: () => void) {
    this.#behaviours = behaviours;
    this.remove = remove;
  }

  get done(): boolean {
    return this.#behaviours.every(({ done }) => done);
  }

  get handled(): number {
    return this.#behaviours.reduce((sum, { handled }) => sum + handled, 0);
  }
}
