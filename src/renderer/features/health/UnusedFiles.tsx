import { useText } from '#renderer/i18n/text.ts';
import { byteSize, dateTime, grouped } from '#renderer/ui/format.ts';
import type { Health } from '#shared/model/health.ts';

/** Pictures and attachments that nothing names any more: what waits, and what was removed last. */
export function UnusedFiles({ unused }: { readonly unused: Health['unused'] }) {
  const text = useText();
  const { count, bytes, removed } = unused;
  return (
    <>
      {count > 0 && (
        <>
          <dt>{text('health.unused')}</dt>
          <dd>{text('health.unusedValue', { count: grouped(count), size: byteSize(bytes) })}</dd>
        </>
      )}
      {removed && (
        <>
          <dt>{text('health.removed')}</dt>
          <dd>
            {text('health.removedValue', {
              at: dateTime(removed.at),
              count: grouped(removed.count),
              size: byteSize(removed.bytes),
            })}
          </dd>
        </>
      )}
    </>
  );
}
