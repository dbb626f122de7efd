import type { BatchManifest, Fetch } from "../../../src/index.ts";
import { toUrl } from "../paging-model.ts";

/** The fate of one upload request; `dies` ends the process before the response. */
export interface Exchange {
  readonly isAccepted: boolean;
  readonly reply: "ok" | "html" | "no id" | "lost" | "dies" | number;
}

/** The fate of one save. */
export interface Save {
  readonly isStored: boolean;
  readonly end: "done" | "throws" | "dies";
}

/** The parts of a run that outlive a process: a server that counts, and a disk. */
export class UploadWorld {
  /** How often each content was accepted. */
  readonly accepted: Map<string, number> = new Map();
  /** The manifest on the disk. */
  manifest: BatchManifest | undefined;
}

const OK: Exchange = { isAccepted: true, reply: "ok" };
const STORED: Save = { isStored: true, end: "done" };

/** A process in a world. It meets the given failures in order, and none after them. */
export class UploadProcess {
  /** Resolves when the process dies. From then on, it does nothing. */
  readonly death: Promise<void>;
  #die = (): void => {};
  #isDead = false;
  readonly #world: UploadWorld;
  readonly #exchanges: Iterator<Exchange>;
  readonly #saves: Iterator<Save>;

  constructor(world: UploadWorld, exchanges: readonly Exchange[] = [], saves: readonly Save[] = []) {
    this.#world = world;
    this.#exchanges = exchanges.values();
    this.#saves = saves.values();
    this.death = new Promise((resolve) => {
      this.#die = () => {
        this.#isDead = true;
        resolve();
      };
    });
  }

  readonly fetch: Fetch = async (input, init) => {
    if (this.#isDead) return never();
    const { pathname } = toUrl(input);
    if (!pathname.startsWith("/job/company/")) {
      return Response.json({ id: pathname.slice("/job/".length), status: "COMPLETED" });
    }
    const form = await (input instanceof Request ? input : new Request(input, init)).formData();
    const document = form.get("document");
    if (!(document instanceof File)) throw new Error("missing file in the part `document`");
    const content = await document.text();
    if (this.#isDead) return never();
    const { isAccepted, reply } = this.#exchanges.next().value ?? OK;
    const { accepted } = this.#world;
    if (isAccepted) accepted.set(content, (accepted.get(content) ?? 0) + 1);
    if (reply === "lost") throw new TypeError("fetch failed");
    if (reply === "dies") {
      this.#die();
      return never();
    }
    if (typeof reply === "number") return Response.json({ detail: "no" }, { status: reply });
    if (reply === "html") return new Response("<html>", { headers: { "content-type": "text/html" } });
    return Response.json({ id: reply === "ok" ? "j" : undefined, status: "PENDING" }, { status: 201 });
  };

  readonly save: (manifest: BatchManifest) => Promise<void> = async (manifest) => {
    if (this.#isDead) return never();
    const { isStored, end } = this.#saves.next().value ?? STORED;
    if (isStored) this.#world.manifest = JSON.parse(JSON.stringify(manifest));
    if (end === "throws") throw new Error("the disk is full");
    if (end === "dies") {
      this.#die();
      return never();
    }
  };
}

function never<T>(): Promise<T> {
  return new Promise(() => {});
}
