import { beforeEach, describe, expect, test } from 'vitest';
import { draftController, flushEverything } from '#renderer/features/drafts/draft-controller.ts';
import { draftSession } from '#renderer/session/draft-session.ts';
import { addIncoming, changeIncoming, type Incoming } from '#renderer/session/incoming-pictures.ts';
import { pendingAsset } from '#shared/document/pending-asset.ts';
import type { BlockNode } from '#shared/document/schema.ts';
import { contentOf } from '#tests/builders/content.ts';
import { mountEditor, setUpDraftDesk, wordsOf, world } from './draft-desk.ts';

setUpDraftDesk();

const figure = (asset: string | null): BlockNode => ({ type: 'figure', asset, alt: '', credit: '', children: [] });
const heldFigures = (draftId: string) => world.held.get(draftId)?.content.document.children.slice(1);

describe('pictures that are still on their way', () => {
  const name = pendingAsset(new Uint8Array(12).fill(9));
  const real = 'c'.repeat(64);
  const onItsWay: Incoming = {
    kind: 'reading',
    name: '现场.jpg',
    fraction: 0.5,
    reason: '',
    mayRetry: false,
    instead: undefined,
    asset: null,
    file: null,
    fileId: null,
    acceptTruncated: false,
    frames: 1,
  };
  const arrives = () => {
    changeIncoming(name, { kind: 'there', asset: real });
    draftController.pictureArrived(name, real);
  };

  beforeEach(() => {
    addIncoming(new Map([[name, onItsWay]]));
    world.figures = [figure(name)];
    draftController.wordsChanged();
  });

  test('are stored as places that wait, and by their names when they are there', async () => {
    await flushEverything();
    expect(heldFigures('a')).toEqual([figure(null)]);
    expect(draftSession().document?.children.slice(1)).toEqual([figure(null)]);
    arrives();
    await flushEverything();
    expect(heldFigures('a')).toEqual([figure(real)]);
  });

  test('reach a draft that was left meanwhile', async () => {
    await flushEverything();
    await draftController.open('b');
    mountEditor();
    await flushEverything();
    expect(draftController.heldPictures()).toEqual(new Set([name]));
    arrives();
    await flushEverything();
    expect(heldFigures('a')).toEqual([figure(real)]);
    expect(heldFigures('b')).toEqual([]);
    expect(draftController.heldPictures()).toEqual(new Set());
  });

  test('are still on their way when that draft is opened again, and there when they are', async () => {
    await draftController.open('b');
    mountEditor();
    await draftController.open('a');
    expect(draftSession().opened?.content.document.children[1]).toEqual(figure(name));
    mountEditor();
    await draftController.open('b');
    mountEditor();
    arrives();
    await draftController.open('a');
    expect(draftSession().opened?.content.document.children[1]).toEqual(figure(real));
  });

  test('give way to words that came from elsewhere meanwhile', async () => {
    await draftController.open('b');
    mountEditor();
    await flushEverything();
    const draft = world.held.get('a');
    if (draft) world.held.set('a', { ...draft, content: contentOf('甲稿', ['审稿人改过的正文']) });
    await draftController.open('a');
    expect(wordsOf(draftSession().opened?.content.document)).toBe('审稿人改过的正文');
  });
});
