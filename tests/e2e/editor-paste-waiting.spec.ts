import type { BlockNode } from '#shared/document/schema.ts';
import type { HarnessWindow } from './editor-harness/harness-window.ts';
import type { Sheet } from './fixtures/sheet-page.ts';
import { expect, test } from './fixtures/sheet-page.ts';

const words = (text: string): BlockNode => ({
  type: 'paragraph',
  children: text === '' ? [] : [{ type: 'text', text }],
});

/** Lets pastes wait until `release` is called; `fail` has the next one break. */
async function holdPastes(sheet: Sheet): Promise<(outcome?: 'fail') => Promise<void>> {
  await sheet.page.evaluate(() => {
    const harness = window as unknown as HarnessWindow & { release?: (outcome?: string) => void };
    const real = harness.deskReadPaste;
    harness.deskReadPaste = async (parts) => {
      const outcome = await new Promise<string | undefined>((release) => (harness.release = release));
      if (outcome === 'fail') throw new Error('unreadable');
      return real(parts);
    };
  });
  return (outcome) =>
    sheet.page.evaluate(
      (outcome) => (window as unknown as { release?: (outcome?: string) => void }).release?.(outcome),
      outcome,
    );
}

test.describe('a paste that takes a while', () => {
  const place = '.gq-paste-place';

  test('goes where it began, while typing goes on behind it; one undo takes it back', async ({ openSheet }) => {
    const sheet = await openSheet([words('前后')]);
    const release = await holdPastes(sheet);
    await sheet.caret(0, 1);
    await sheet.startPaste({ 'text/html': '<p>一</p><h2>标题</h2><p>二</p>', 'text/plain': 'x' });
    await expect(sheet.page.locator(place)).toHaveText(/正在粘贴/);
    expect(await sheet.outline(), 'the place is no content').toEqual(['p:前后']);
    await sheet.page.keyboard.type('打字');
    expect(await sheet.outline()).toEqual(['p:前打字后']);
    await release();
    await expect(sheet.page.locator(place)).toHaveCount(0);
    expect(await sheet.outline()).toEqual(['p:前一', 'h2:标题', 'p:二打字后']);
    await sheet.page.keyboard.type('了');
    expect((await sheet.outline())[2], 'the caret stayed behind what was typed').toBe('p:二打字了后');
    await sheet.page.keyboard.press('Control+z');
    await sheet.page.keyboard.press('Control+z');
    expect(await sheet.outline()).toEqual(['p:前打字后']);
    await sheet.page.keyboard.press('Control+z');
    expect(await sheet.outline()).toEqual(['p:前后']);
  });

  test('waits for the end of a composition, whose letters stay exact', async ({ openSheet }) => {
    const sheet = await openSheet([words('前后')]);
    const release = await holdPastes(sheet);
    await sheet.caret(0, 1);
    await sheet.startPaste({ 'text/html': '<p>粘</p>' });
    await sheet.page.locator(place).waitFor();
    await sheet.cdp.send('Input.imeSetComposition', { text: 'shi', selectionStart: 3, selectionEnd: 3 });
    await release();
    await sheet.page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
    await expect(sheet.page.locator(place)).toHaveCount(1);
    await sheet.cdp.send('Input.insertText', { text: '市' });
    await expect(sheet.page.locator(place)).toHaveCount(0);
    await expect.poll(() => sheet.outline()).toEqual(['p:前粘市后']);
  });

  test('is given up by Escape, and by deleting its place', async ({ openSheet }) => {
    const sheet = await openSheet([words('前后')]);
    const release = await holdPastes(sheet);
    for (const key of ['Escape', 'Backspace']) {
      await sheet.caret(0, 1);
      await sheet.startPaste({ 'text/html': '<p>不要</p>' });
      await sheet.page.locator(place).waitFor();
      await sheet.page.keyboard.press(key);
      await expect(sheet.page.locator(place)).toHaveCount(0);
      await release();
      expect(await sheet.outline(), key).toEqual(['p:前后']);
    }
    await sheet.page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
    expect(await sheet.outline()).toEqual(['p:前后']);
  });

  test('over selected words takes their place in one undo step', async ({ openSheet }) => {
    const sheet = await openSheet([words('并肩做战')]);
    await sheet.select(0, 2, 3);
    await sheet.paste({ 'text/html': '<b>作</b>' });
    expect(await sheet.outline()).toEqual(['p:并肩作战']);
    await sheet.page.keyboard.press('Control+z');
    expect(await sheet.outline()).toEqual(['p:并肩做战']);
  });

  test('that cannot be read brings its plain words, and says so', async ({ openSheet }) => {
    const sheet = await openSheet([words('')]);
    const release = await holdPastes(sheet);
    await sheet.caret(0, 0);
    await sheet.startPaste({ 'text/html': '<p>富</p>', 'text/plain': '一\n二' });
    await sheet.page.locator(place).waitFor();
    await release('fail');
    await expect(sheet.page.locator(place)).toHaveCount(0);
    expect(await sheet.outline()).toEqual(['p:一', 'p:二']);
    const told = await sheet.page.evaluate(() => (window as unknown as HarnessWindow).pasted.map(({ kind }) => kind));
    expect(told).toEqual(['plain']);
  });

  test('reports what it kept, adapted and left out', async ({ openSheet }) => {
    const sheet = await openSheet([words('')]);
    await sheet.caret(0, 0);
    await sheet.paste({ 'text/html': '<p>一</p><p style="display:none">藏</p><ul><li>甲</li></ul>' });
    const pasted = await sheet.page.evaluate(() => (window as unknown as HarnessWindow).pasted);
    expect(pasted).toEqual([
      {
        kind: 'read',
        report: {
          origin: 'web',
          notes: [
            { group: 'dropped', kind: 'hidden-text', count: 1, samples: ['藏'] },
            { group: 'kept', kind: 'kept-list', count: 1, samples: ['甲'] },
          ],
        },
      },
    ]);
  });
});
