import { describe, expect, test } from 'vitest';
import { Autosave, autosaveTimes, type JournalEntry, type SaveStatus } from '#renderer/features/drafts/autosave.ts';
import { AppError, toCodedError, type ErrorCode } from '#shared/errors.ts';
import { contentOf } from '#tests/builders/content.ts';
import { ManualTime } from '#tests/fakes/manual-timers.ts';

/** A desk whose answers the test gives by hand, or at once. */
class Desk {
  readonly time = new ManualTime();
  readonly saved: JournalEntry[] = [];
  readonly statuses: SaveStatus[] = [];
  readonly revisions: string[] = [];
  words = '';
  /** What the next saves are refused with. */
  refusals: ErrorCode[] = [];
  /** While set, saves wait for it. */
  gate: Promise<void> | null = null;
  head = 'revision-1';
  readonly autosave = new Autosave(
    'draft',
    { revisionId: 'revision-1', sequence: 4 },
    {
      saveJournal: async (entry) => {
        await this.gate;
        const refusal = this.refusals.shift();
        if (refusal) throw new AppError(refusal);
        if (entry.baseRevisionId !== this.head) throw new AppError('stale-base');
        this.saved.push(entry);
        return { savedAt: this.time.now(), contentHash: 'a'.repeat(64), exactHash: 'b'.repeat(64) };
      },
      saveRevision: async (kind) => {
        this.revisions.push(kind);
        this.head = `revision-${this.revisions.length + 1}`;
        return { id: this.head };
      },
      read: () => contentOf(this.words),
      findBase: async () => ({ revisionId: this.head, sequence: 90 }),
      toError: toCodedError,
      onStatus: (status) => void this.statuses.push(status),
      onSaved: () => undefined,
      now: () => Date.parse(this.time.now()),
      after: (milliseconds, run) => this.time.after(milliseconds, run),
    },
  );

  type(words: string): void {
    this.words += words;
    this.autosave.changed();
  }

  /** Lets time pass, and what it set in motion settle. */
  async pass(milliseconds: number): Promise<void> {
    this.time.pass(milliseconds);
    await settle();
  }

  get savedWords(): readonly string[] {
    return this.saved.map((entry) => entry.content.metadata.headline);
  }
  get status(): SaveStatus | undefined {
    return this.statuses.at(-1);
  }
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

describe('when it saves', () => {
  test('300 ms after the last change', async () => {
    const desk = new Desk();
    desk.type('一');
    await desk.pass(299);
    expect(desk.savedWords).toEqual([]);
    await desk.pass(1);
    expect(desk.savedWords).toEqual(['一']);
  });

  test('at the latest 0.8 s after the first change, however fast somebody types', async () => {
    const desk = new Desk();
    for (let key = 0; key < 10; key += 1) {
      desk.type('字');
      await desk.pass(100);
    }
    expect(desk.savedWords).toEqual(['字'.repeat(8)]);
  });

  test('never twice at the same time: what was typed meanwhile goes next', async () => {
    const desk = new Desk();
    const gate = Promise.withResolvers<void>();
    desk.gate = gate.promise;
    desk.type('一');
    await desk.pass(300);
    desk.type('二');
    await desk.pass(5000);
    expect(desk.saved).toHaveLength(0);
    gate.resolve();
    desk.gate = null;
    await settle();
    await desk.pass(300);
    expect(desk.savedWords).toEqual(['一', '一二']);
  });

  test('each entry carries a higher sequence number than the one before', async () => {
    const desk = new Desk();
    desk.type('一');
    await desk.pass(300);
    desk.type('二');
    await desk.pass(300);
    expect(desk.saved.map((entry) => entry.sequence)).toEqual([5, 6]);
  });
});

describe('what it says', () => {
  test('saved only after the acknowledgement', async () => {
    const desk = new Desk();
    const gate = Promise.withResolvers<void>();
    desk.gate = gate.promise;
    desk.type('一');
    await desk.pass(300);
    expect(desk.status).toEqual({ kind: 'saving' });
    gate.resolve();
    await settle();
    expect(desk.status).toEqual({ kind: 'saved', at: '2026-11-23T06:00:00.300Z' });
  });

  test('not saved when words came in while the save was under way', async () => {
    const desk = new Desk();
    const gate = Promise.withResolvers<void>();
    desk.gate = gate.promise;
    desk.type('一');
    await desk.pass(300);
    desk.type('二');
    gate.resolve();
    await settle();
    expect(desk.status).toEqual({ kind: 'dirty' });
  });
});

describe('when saving fails', () => {
  test('it keeps the words, says why, and tries again until it works', async () => {
    const desk = new Desk();
    desk.refusals = ['disk-full', 'disk-full', 'disk-full'];
    desk.type('一');
    await desk.pass(300);
    expect(desk.status).toEqual({ kind: 'failing', error: { code: 'disk-full', params: {} } });
    desk.type('二');
    for (const pause of autosaveTimes.retries) await desk.pass(pause);
    expect(desk.savedWords).toEqual(['一二']);
    expect(desk.status?.kind).toBe('saved');
  });

  test('a flush throws what refused it', async () => {
    const desk = new Desk();
    desk.refusals = ['disk-error'];
    desk.type('一');
    await expect(desk.autosave.flush()).rejects.toMatchObject({ code: 'disk-error' });
    expect(desk.autosave.dirty).toBe(true);
  });

  test('words that build on an older revision go on from the newest one', async () => {
    const desk = new Desk();
    desk.head = 'revision-from-elsewhere';
    desk.type('一');
    await desk.pass(300);
    expect(desk.saved).toMatchObject([{ baseRevisionId: 'revision-from-elsewhere', sequence: 91 }]);
    expect(desk.status?.kind).toBe('saved');
  });
});

describe('leaving the draft', () => {
  test('takes the last words at once and saves them in the background', async () => {
    const desk = new Desk();
    desk.type('最后一句');
    desk.autosave.close();
    desk.words = 'the next draft on the sheet';
    await settle();
    expect(desk.savedWords).toEqual(['最后一句']);
    expect(desk.autosave.dirty).toBe(false);
  });

  test('goes on trying when that fails, and holds the words until then', async () => {
    const desk = new Desk();
    desk.refusals = ['disk-full'];
    desk.type('最后一句');
    desk.autosave.close();
    desk.words = 'the next draft on the sheet';
    await settle();
    expect(desk.autosave.dirty).toBe(true);
    expect(desk.autosave.wordsLeft?.metadata.headline).toBe('最后一句');
    await desk.pass(autosaveTimes.retries[0]);
    expect(desk.savedWords).toEqual(['最后一句']);
  });
});

describe('revisions', () => {
  test('one is kept by hand, after the words are saved, and the next entry builds on it', async () => {
    const desk = new Desk();
    desk.type('一');
    await desk.autosave.keepRevision('manual');
    expect(desk.savedWords).toEqual(['一']);
    expect(desk.revisions).toEqual(['manual']);
    desk.type('二');
    await desk.pass(300);
    expect(desk.saved.at(-1)?.baseRevisionId).toBe('revision-2');
  });

  test('one is kept after each minute of editing, none while nobody edits', async () => {
    const desk = new Desk();
    for (let second = 0; second < 61; second += 1) {
      desk.type('字');
      await desk.pass(500);
      await desk.pass(500);
    }
    expect(desk.revisions).toEqual(['timed']);
    await desk.pass(10 * 60_000);
    expect(desk.revisions).toEqual(['timed']);
  });

  test('words typed while a revision is kept are saved after it', async () => {
    const desk = new Desk();
    desk.type('一');
    const kept = desk.autosave.keepRevision('manual');
    desk.type('二');
    await kept;
    await desk.pass(1000);
    expect(desk.savedWords.at(-1)).toBe('一二');
  });
});
