import { call, DeskError } from '#renderer/api/desk-api.ts';
import { translate } from '#renderer/i18n/text.ts';
import { ask } from './ask.ts';

/** The kinds of files that carry their key. */
type Carried = 'review' | 'exchange';

/**
 * Reads a file that carries the key it is signed with. A key that is seen for the first time is put to the person: `read` then
 * runs once more with its fingerprint, or the inlet file is let go and undefined answered.
 */
export async function readTrusted<Answer>(
  fileId: string,
  kind: Carried,
  read: (trustFingerprint: string | null) => Promise<Answer>,
): Promise<Answer | undefined> {
  try {
    return await read(null);
  } catch (thrown) {
    if (!(thrown instanceof DeskError) || thrown.code !== 'review-key-unknown') throw thrown;
    const fingerprint = String(thrown.params['fingerprint'] ?? '');
    const trusted = await ask({
      title: translate(`${kind}.trustTitle`, { name: String(thrown.params['name'] ?? '') }),
      body: translate(`${kind}.trustBody`),
      code: { label: translate('review.fingerprint'), value: fingerprint },
      yes: translate('review.trust'),
      no: translate('common.cancel'),
    });
    if (trusted) return read(fingerprint);
    await call('inlet:discard', { fileId });
    return undefined;
  }
}
