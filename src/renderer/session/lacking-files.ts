import { translate } from '#renderer/i18n/text.ts';
import type { ShownFold } from '#renderer/ui/NoticeBar.tsx';
import type { NamedFile } from '#shared/model/named-file.ts';

/** A fold of a notice that names each picture and attachment that is not to be had; none where nothing lacks. */
export function lackingFold(files: readonly NamedFile[]): ShownFold[] {
  if (files.length === 0) return [];
  const entries = files.map((file) => ({ title: placeOf(file), samples: [] }));
  return [{ title: translate('lacking.title', { count: files.length }), entries }];
}

function placeOf({ headline, kind, figure, name }: NamedFile): string {
  const given = { headline: headline || translate('drafts.untitled'), name };
  if (kind === 'attachment') return translate('lacking.attachment', given);
  return figure === null
    ? translate('lacking.earlier', given)
    : translate('lacking.figure', { ...given, value: figure });
}
