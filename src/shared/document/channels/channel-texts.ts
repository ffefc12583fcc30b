import { renderHtml } from '../render/html.ts';
import { renderPlainText } from '../render/plain-text.ts';
import type { RenderContext } from '../render/render-context.ts';
import { pictureNote, renderWechatPage } from '../render/wechat-html.ts';
import type { Document } from '../schema.ts';

/** Where an article is published; the words for people are under `checklist.channel.<channel>`. */
export const channels = ['portal', 'text', 'wechat'] as const;
export type Channel = (typeof channels)[number];

/** What readers of each channel get to read, without its looks. */
export function channelTexts(document: Document, context: RenderContext): Readonly<Record<Channel, string>> {
  return {
    portal: textOfHtml(renderHtml(document, context)),
    text: renderPlainText(document, context),
    wechat: textOfHtml(renderWechatPage('', document, context)),
  };
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const note = new RegExp(`<p ${pictureNote}=[^>]*>[^<]*</p>`, 'g');

/** The words of HTML that our own renderers wrote: every `<` begins a tag, and five entities are all there are. */
export function textOfHtml(html: string): string {
  return html
    .replace(/<head>.*?<\/head>/s, '')
    .replaceAll(note, '')
    .replaceAll(/<\/?(?:a|em|mark|span|strong|sub|sup|u)\b[^>]*>/g, '')
    .replaceAll(/<[^>]*>/g, '\n')
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (_all, name: string) => entities[name] ?? '');
}
