import { expect, test } from 'vitest';
import type { PastePlace } from '#renderer/editor/extensions/paste-place.ts';
import { pasteForeign } from '#renderer/editor/paste/paste-foreign.ts';
import type { PasteOutcome, PasteRead } from '#renderer/editor/paste/paste-parts.ts';
import type { BlockNode } from '#shared/document/schema.ts';
import { paragraph } from '../sheet.ts';

const lines = ['3月16日，市住建局组织检查组到城东片区检查', '电梯，现场登记问题36处，要求物业服务企业', '限期整改。'];
const joined = { group: 'normalised', kind: 'line-joined', count: 2, samples: [] };

/** What a paste fills its place with and tells, when the main process answers this. */
async function paste(read: () => Promise<PasteRead>) {
  const filled: BlockNode[] = [];
  const told: PasteOutcome[] = [];
  const place: PastePlace = {
    signal: new AbortController().signal,
    fill: (blocks) => void filled.push(...blocks),
    close: () => undefined,
  };
  await pasteForeign(
    place,
    { html: '<p></p>', rtf: '', isMarkdown: false, text: lines.join('\n'), files: [] },
    {
      marks: () => ({ captionMark: '▲', creditMark: '摄影：' }),
      readPaste: read,
      onPasted: (outcome) => void told.push(outcome),
      insertPictures: () => undefined,
    },
  );
  return { filled, told };
}

test('a paste that cannot be read comes as its plain words, and lines that were made whole are told', async () => {
  const thrown = new Error('too heavy');
  const { filled, told } = await paste(async () => Promise.reject(thrown));
  expect(filled).toEqual([paragraph(lines.join(''))]);
  expect(told).toEqual([{ kind: 'plain', thrown, report: { origin: 'text', notes: [joined] } }]);
});

test('so they are where the other form of a paste holds nothing', async () => {
  const { filled, told } = await paste(async () => ({ blocks: [], report: { origin: 'web', notes: [] } }));
  expect(filled).toEqual([paragraph(lines.join(''))]);
  expect(told).toEqual([{ kind: 'read', report: { origin: 'text', notes: [joined] } }]);
});
