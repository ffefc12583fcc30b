import { call } from '#renderer/api/desk-api.ts';
import { uploadFile } from '#renderer/api/upload-file.ts';
import type { PasteParts, PasteRead } from '#renderer/editor/paste/paste-parts.ts';
import { addAssets } from '#renderer/session/draft-session.ts';
import { longestInlineHtml } from '#shared/ipc/channels/paste.ts';

const mostPictures = 20;

/**
 * Has the main process read what another program put on the clipboard. Large parts go by the inlet; beside HTML the RTF and
 * bitmaps only when it names pictures whose bytes they may hold.
 */
export async function readPaste(parts: PasteParts, signal: AbortSignal): Promise<PasteRead> {
  const { html, rtf, text, isMarkdown, files } = parts;
  const isRtf = html.trim() === '';
  const hasPictures = isRtf || /<(img|v:imagedata)\b/iu.test(html);
  const pictures: string[] = [];
  for (const file of hasPictures ? files.slice(0, mostPictures) : []) pictures.push(await uploadFile(file, { signal }));
  const { blocks, assets, report } = await call('paste:read', {
    html: html.length <= longestInlineHtml ? { kind: 'text', text: html } : await uploadText(html, signal),
    rtf: hasPictures && rtf !== '' ? await uploadText(rtf, signal) : null,
    markdown: isMarkdown ? text : null,
    pictures,
    askClipboard: hasPictures && !isRtf && (rtf === '' || files.length === 0),
  });
  addAssets(assets);
  return { blocks, report };
}

async function uploadText(text: string, signal: AbortSignal): Promise<{ kind: 'inlet'; fileId: string }> {
  return { kind: 'inlet', fileId: await uploadFile(new File([text], 'clipboard'), { signal }) };
}
