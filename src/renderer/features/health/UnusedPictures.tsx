import { useText } from '#renderer/i18n/text.ts';
import { byteSize, dateTime, grouped } from '#renderer/ui/format.ts';
import type { Health } from '#shared/model/health.ts';

/** Pictures that nothing shows any more: what waits, and what was removed last. */
export function UnusedPictures({ unused }: { readonly unused: Health['unused'] }) {
  const text = useText();
  const { pictures, bytes, removed } = unused;
  return (
    <>
      {pictures > 0 && (
        <>
          <dt>{text('health.unused')}</dt>
          <dd>{text('health.unusedValue', { count: grouped(pictures), size: byteSize(bytes) })}</dd>
        </>
      )}
      {removed && (
        <>
          <dt>{text('health.removed')}</dt>
          <dd>
            {text('health.removedValue', {
              at: dateTime(removed.at),
              count: grouped(removed.pictures),
              size: byteSize(removed.bytes),
            })}
          </dd>
        </>
      )}
    </>
  );
}
