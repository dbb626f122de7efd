import type { ApiDocument } from "../document/read-document.ts";
import type { MockResponse } from "../response/mock-response.ts";
import type { ActiveScenario, Scenario, ScenarioRequest } from "../scenarios/scenario.ts";

/** What `mock.use` gives back: how far the scenarios have come. */
export interface ScenarioHandle {
  /** Whether every scenario has acted as often as it was told to. One without a limit never is. */
  readonly done: boolean;
  /** How many requests the scenarios have dealt with. */
  readonly handled: number;
  /** Takes the scenarios away; requests under way are answered all the same. */
  remove(): void;
}

/** The scenarios of one mock server, the one that is asked first in front. */
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
      // A caller without types may pass anything: the function itself, say, without having called it.
      if (typeof scenario?.start !== "function")
        throw new TypeError(`mock.use takes what a function of ${maker} returns, and not ${typeof scenario}`);
      if (scenario.version === version) continue;
      throw new TypeError(
        `${scenario.name} was made for ${scenario.version}, and this mock serves ${version}: make it with ${maker}`,
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

  /** Asks each scenario in turn, and Prism in the end. */
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
