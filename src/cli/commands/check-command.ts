import { basename } from 'node:path';
import type { Services } from '#main/compose-services.ts';
import { pageImporter } from '#main/publishing/import/page-importer.ts';
import { idSchema } from '#shared/ids.ts';
import { placeKey, type Finding } from '#shared/model/finding.ts';
import { AppError } from '#shared/errors.ts';
import type { Output } from '../output.ts';

/** Checks a draft, or a saved page without keeping it. Rejects with `checks-failed` when an error was found. */
export async function check(services: Services, output: Output, draftOrFile: string): Promise<void> {
  const findings = idSchema.safeParse(draftOrFile).success
    ? await services.checks.checkDraft(draftOrFile)
    : await checkFile(services, draftOrFile);
  for (const finding of findings) output.say(`  ${severities[finding.severity]} ${finding.rule} ${wordsOf(finding)}`);
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  output.result(`检查完成：${findings.length} 条，其中错误 ${errors} 条。`, findings);
  if (errors > 0) throw new AppError('checks-failed', { count: errors });
}

async function checkFile({ app, checks }: Services, file: string): Promise<readonly Finding[]> {
  const { content } = await pageImporter.read({ path: file, name: basename(file) }, await app.profile());
  return checks.check(content);
}

const severities = { error: '错误', warning: '警告', hint: '提示' } as const;

function wordsOf({ place, params }: Finding): string {
  const where = place.kind === 'block' ? `第 ${place.block + 1} 段` : placeKey(place);
  return [where, ...Object.values(params)].join(' ');
}
