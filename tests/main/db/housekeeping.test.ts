import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startHousekeeping, type Housekeeping } from '#main/db/housekeeping.ts';
import { openStoreFolder, type OpenFolder } from '#main/db/store-folder.ts';
import { createdAt, insertDraft } from '#tests/builders/database-draft.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

let folder: string;
let open: OpenFolder;
let housekeeping: Housekeeping;

beforeEach(async () => {
  folder = await temporaryFolder();
  open = await openStoreFolder(folder, createdAt);
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
    now: Date.parse(createdAt),
  });
  housekeeping = startHousekeeping(open);
});

afterEach(() => {
  housekeeping.stop();
  vi.useRealTimers();
  open.close();
});

const pending = () => open.database.prepare('SELECT count(*) FROM search_pending').pluck().get();
const logSize = () => statSync(join(folder, 'gaoqian.sqlite-wal')).size;

describe('while nobody asks for anything', () => {
  test('changed drafts are indexed a moment after the last call', () => {
    for (let count = 0; count < 10; count += 1) insertDraft(open.database);
    housekeeping.afterCall();
    vi.advanceTimersByTime(200);
    housekeeping.afterCall();
    vi.advanceTimersByTime(200);
    expect(pending()).toBe(10);
    vi.advanceTimersByTime(100);
    expect(pending()).toBe(0);
  });

  test('the write-ahead log is emptied after 30 seconds of rest, not while there is work', () => {
    insertDraft(open.database);
    for (let call = 0; call < 5; call += 1) {
      housekeeping.afterCall();
      vi.advanceTimersByTime(20_000);
      expect(logSize()).toBeGreaterThan(0);
    }
    vi.advanceTimersByTime(10_000);
    expect(logSize()).toBe(0);
  });
});
