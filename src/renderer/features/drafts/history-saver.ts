import type { EditHistory } from '#shared/model/edit-history.ts';
import { fitHistory } from '#shared/model/edit-steps.ts';

export interface HistorySaverPorts {
  /** The steps that led to the words as they stand; null when the sheet is not there yet. */
  read(): EditHistory | null;
  /** Whether every word is durable: only then is there something that the steps can belong to. */
  isSaved(): boolean;
  /** Answers whether the steps were kept; false when the store has other words by now. */
  save(exactHash: string, history: EditHistory): Promise<boolean>;
  /** Runs once after some milliseconds; answers a function that prevents it. */
  after(milliseconds: number, run: () => void): () => void;
}

/** The steps wait for a rest of this length (ms) after the words were saved: they must never be in the way of these. */
const rest = 2000;
/** A call may take 2 MB; the names of fields are counted more strictly there than here. */
const mostBytes = 1_500_000;

/** Keeps one draft's undo history in the store, always after the words that it belongs to. */
export class HistorySaver {
  readonly #ports: HistorySaverPorts;
  #isDue = false;
  #running: Promise<void> = Promise.resolve();
  #last: EditHistory | null = null;
  /** By which the store knows the words that were saved last. */
  #exactHash: string | null = null;
  #cancelTimer: () => void = () => undefined;

  constructor(ports: HistorySaverPorts) {
    this.#ports = ports;
  }

  /** Something changed. Cheap: called for each keystroke. */
  changed(): void {
    this.#isDue = true;
  }

  /** The words with this hash were saved; the steps follow when the person rests. */
  settle(exactHash: string): void {
    this.#exactHash = exactHash;
    this.#cancelTimer();
    this.#cancelTimer = this.#ports.after(rest, () => void this.flush());
  }

  /** Takes the last steps before the sheet goes away. */
  close(): void {
    if (this.#isDue) this.#last = this.#ports.read();
  }

  /** The steps that `close` took. */
  get lastSteps(): EditHistory | null {
    return this.#last;
  }

  /** Resolves when the steps up to now were given to the store, or cannot be. Never throws: without them no word is lost. */
  async flush(): Promise<void> {
    this.#cancelTimer();
    this.#running = this.#running.then(() => this.#save()).catch(() => undefined);
    await this.#running;
  }

  async #save(): Promise<void> {
    if (!this.#isDue || !this.#ports.isSaved() || this.#exactHash === null) return;
    const history = this.#last ?? this.#ports.read();
    if (!history) return;
    this.#isDue = false;
    try {
      const kept = await this.#ports.save(this.#exactHash, fitHistory(history, mostBytes));
      this.#isDue ||= !kept;
    } catch (thrown) {
      this.#isDue = true;
      throw thrown;
    }
  }
}
