import { resolve } from 'node:path';
import type { Services } from '#main/compose-services.ts';
import type { Output } from '../output.ts';

/** Writes a draft as a Word document to a new file. Refuses `draft-not-found`, and `not-allowed` when the name is taken. */
export async function writeWord({ word }: Services, output: Output, draftId: string, file: string): Promise<void> {
  const path = resolve(file);
  await word.writeTo(draftId, path);
  output.result(`已导出 Word 文档：${path}`, { draftId, path });
}
