import { call } from '#renderer/api/desk-api.ts';
import { uploadFile } from '#renderer/api/upload-file.ts';
import { translate } from '#renderer/i18n/text.ts';
import { dismissTopic, notify } from '#renderer/session/notices.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { showVerification } from '#renderer/session/verification.ts';

/** Verifies a package that was given to the window and shows what the reader says; `wrong-kind` when it is none. */
export async function verifyPackage(file: File): Promise<'shown' | 'wrong-kind'> {
  notify({ intent: 'info', title: translate('verify.running', { file: file.name }), topic: 'verify' });
  const report = await attempt(async () => call('package:verify', { fileId: await uploadFile(file) }), 'verify');
  if (!report) return 'shown';
  dismissTopic('verify');
  if (report.refusals.some((refusal) => refusal.code === 'package-wrong-kind')) return 'wrong-kind';
  showVerification(report, file);
  return 'shown';
}
