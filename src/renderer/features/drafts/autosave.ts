import type { CodedError } from '#shared/errors.ts';
import type { DraftContent } from '#shared/model/draft.ts';

/** What the status bar may say. `saved` is only said after the main process acknowledged that the words are durable. */
export type SaveStatus =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'dirty' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'failing'; readonly error: CodedError };

export interface JournalEntry {
  readonly draftId: string;
  readonly baseRevisionId: string;
  readonly sequence: number;
  readonly content: DraftContent;
}

/** What the main process says once an entry is durable. */
export interface Saved {
  readonly savedAt: string;
  /** Of the words, as reviewers sign them. */
  readonly contentHash: string;
  /** Of the very words, comment marks included: what the store knows them by. */
  readonly exactHash: string;
}

interface Acknowledged {
  readonly entry: JournalEntry;
  readonly saved: Saved;
}

/** Where the next entry goes: the revision it builds on and the highest sequence number so far. */
export interface JournalBase {
  readonly revisionId: string;
  readonly sequence: number;
}

export interface AutosavePorts {
  /** Resolves once the entry is durable. */
  saveJournal(entry: JournalEntry): Promise<Saved>;
  /** Keeps what was saved last as a revision; answers its id. */
  saveRevision(kind: 'manual' | 'timed'): Promise<{ readonly id: string }>;
  /** The words as they stand now: while an input method composes, those before it. */
  read(): DraftContent;
  /** The draft has a newer revision than ours: where our words go on from. They become the newest state; both are kept. */
  findBase(): Promise<JournalBase>;
  toError(thrown: unknown): CodedError;
  onStatus(status: SaveStatus): void;
  onSaved(content: DraftContent, saved: Saved): void;
  /** Monotonic milliseconds. */
  now(): number;
  /** Runs once after some milliseconds; answers a function that prevents it. */
  after(milliseconds: number, run: () => void): () => void;
}

export const autosaveTimes = {
  debounce: 300,
  /** The promise is 1.5 s from key to disk; the rest is for a machine that is slow in answering (kill -9 at load 11: 490 ms). */
  longestWait: 800,
  revision: 60_000,
  /** Pauses before the first, second … retry; the last one repeats. */
  retries: [500, 1000, 2000, 5000],
} as const;

/**
 * Keeps one draft's words safe: saves 300 ms after the last change, at the latest 0.8 s after the first one, and at once
 * when asked. One save is under way at a time; the words stay here until they are acknowledged; a failure is tried again
 * until it works, also after `close`.
 */
export class Autosave {
  readonly draftId: string;
  readonly #ports: AutosavePorts;
  #base: JournalBase;
  /** Counts changes; everything up to `#kept` is durable. */
  #change = 0;
  #kept = 0;
  #dirtySince: number | null = null;
  #editedSince: number | null = null;
  #failures = 0;
  #running: Promise<void> | null = null;
  #cancelTimer: () => void = () => undefined;
  #lastWords: DraftContent | null = null;
  /** The highest sequence number that was acknowledged. */
  #acknowledged: number;

  constructor(draftId: string, base: JournalBase, ports: AutosavePorts) {
    this.draftId = draftId;
    this.#base = base;
    this.#acknowledged = base.sequence;
    this.#ports = ports;
  }

  get dirty(): boolean {
    return this.#kept < this.#change;
  }

  /** The revision that the next entry builds on. */
  get baseRevisionId(): string {
    return this.#base.revisionId;
  }

  /** Whether an answer of the main process was read before it had our newest acknowledged words. */
  isOutdated(journalSequence: number): boolean {
    return journalSequence < this.#acknowledged;
  }

  /** The words that `close` took. */
  get wordsLeft(): DraftContent | null {
    return this.#lastWords;
  }

  /** Something changed. Cheap: called for each keystroke. */
  changed(): void {
    const now = this.#ports.now();
    this.#change += 1;
    this.#editedSince ??= now;
    if (this.#dirtySince === null) {
      this.#dirtySince = now;
      if (this.#failures === 0) this.#ports.onStatus({ kind: 'dirty' });
    }
    if (this.#failures > 0 || this.#running) return;
    this.#schedule(Math.max(0, Math.min(autosaveTimes.debounce, this.#dirtySince + autosaveTimes.longestWait - now)));
  }

  /** A good moment to save: focus left, a composition ended, a retry was asked for. Never throws. */
  pause(): void {
    if (this.dirty) this.flush().catch(() => undefined);
  }

  /** Resolves once every word typed before the call is durable; throws what refused them. */
  async flush(): Promise<void> {
    const target = this.#change;
    while (this.#kept < target) {
      if (this.#running) await this.#running;
      else await this.#run(this.#save());
    }
  }

  /** Saves, then keeps a revision. */
  async keepRevision(kind: 'manual' | 'timed'): Promise<void> {
    await this.flush();
    while (this.#running) await this.#running.catch(() => undefined);
    this.#editedSince = null;
    await this.#run(this.#saveRevision(kind));
    if (this.dirty) this.#schedule(autosaveTimes.debounce);
  }

  /** The draft got a newer revision that holds these words, or that takes their place. */
  rebase(base: JournalBase): void {
    this.#base = { ...base, sequence: Math.max(base.sequence, this.#base.sequence) };
  }

  /** Takes the last words before the sheet goes away, and goes on saving them in the background. */
  close(): void {
    if (!this.dirty) return;
    this.#lastWords = this.#ports.read();
    this.pause();
  }

  #schedule(milliseconds: number): void {
    this.#cancelTimer();
    this.#cancelTimer = this.#ports.after(milliseconds, () => this.pause());
  }

  #run(work: Promise<void>): Promise<void> {
    const running = work.finally(() => {
      this.#running = null;
    });
    this.#running = running;
    return running;
  }

  async #saveRevision(kind: 'manual' | 'timed'): Promise<void> {
    const { id } = await this.#ports.saveRevision(kind);
    this.#base = { ...this.#base, revisionId: id };
  }

  async #save(): Promise<void> {
    this.#cancelTimer();
    const upTo = this.#change;
    const content = this.#lastWords ?? this.#ports.read();
    if (this.#failures === 0) this.#ports.onStatus({ kind: 'saving' });
    try {
      const { entry, saved } = await this.#saveOnNewestBase(content);
      this.#acknowledge(upTo, entry, saved);
    } catch (thrown) {
      this.#failures += 1;
      this.#ports.onStatus({ kind: 'failing', error: this.#ports.toError(thrown) });
      const { retries } = autosaveTimes;
      this.#schedule(retries[Math.min(this.#failures, retries.length) - 1] ?? autosaveTimes.longestWait);
      throw thrown;
    }
  }

  async #saveOnNewestBase(content: DraftContent): Promise<Acknowledged> {
    try {
      return await this.#saveEntry(this.#nextEntry(content));
    } catch (thrown) {
      if (this.#ports.toError(thrown).code !== 'stale-base') throw thrown;
      this.rebase(await this.#ports.findBase());
      return this.#saveEntry(this.#nextEntry(content));
    }
  }

  async #saveEntry(entry: JournalEntry): Promise<Acknowledged> {
    return { entry, saved: await this.#ports.saveJournal(entry) };
  }

  #nextEntry(content: DraftContent): JournalEntry {
    // Each attempt gets a number of its own: an attempt whose answer was lost may have been written.
    this.#base = { ...this.#base, sequence: this.#base.sequence + 1 };
    return {
      draftId: this.draftId,
      baseRevisionId: this.#base.revisionId,
      sequence: this.#base.sequence,
      content,
    };
  }

  #acknowledge(upTo: number, { content, sequence }: JournalEntry, saved: Saved): void {
    this.#kept = upTo;
    this.#acknowledged = sequence;
    this.#failures = 0;
    const now = this.#ports.now();
    this.#dirtySince = this.dirty ? now : null;
    this.#ports.onStatus(this.dirty ? { kind: 'dirty' } : { kind: 'saved', at: saved.savedAt });
    this.#ports.onSaved(content, saved);
    if (this.dirty) this.#schedule(autosaveTimes.debounce);
    if (this.#editedSince !== null && now - this.#editedSince >= autosaveTimes.revision) {
      // After this save has ended: a revision waits for it.
      this.#ports.after(0, () => void this.keepRevision('timed').catch(() => undefined));
    }
  }
}
