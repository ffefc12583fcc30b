import { z } from 'zod';
import { longestMarkdown } from '../../document/markdown-marks.ts';
import { blockSchema } from '../../document/schema.ts';
import { idSchema } from '../../ids.ts';
import { assetSchema } from '../../model/asset.ts';
import { pasteReportSchema } from '../../model/paste-report.ts';
import { channel } from '../channel.ts';

/** Longer HTML comes by the inlet: a call may carry 2 MB, and a character takes up to three bytes. */
export const longestInlineHtml = 300_000;

const inletSource = z.strictObject({ kind: z.literal('inlet'), fileId: idSchema });

export const pasteChannels = {
  /**
   * Blocks out of what another program put on a clipboard: its HTML, or its RTF where the HTML is empty. Where
   * these are bare words, or there are none, and the plain text is clearly Markdown, its marks count: `markdown`. Pictures are taken into the private store where their bytes
   * lie in the HTML, the RTF, the files `pictures`, or the temporary files of Word and WPS; nothing is fetched. With
   * `askClipboard` the main process reads what the paste event did not bring, if its clipboard still holds the same HTML.
   * The inlet files are let go of.
   */
  'paste:read': channel(
    z.strictObject({
      html: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('text'), text: z.string().max(longestInlineHtml) }),
        inletSource,
      ]),
      rtf: inletSource.nullable(),
      markdown: z.string().max(longestMarkdown).nullable(),
      pictures: z.array(idSchema).max(20),
      askClipboard: z.boolean(),
    }),
    z.strictObject({ blocks: z.array(blockSchema), assets: z.array(assetSchema), report: pasteReportSchema }),
  ),
} as const;
