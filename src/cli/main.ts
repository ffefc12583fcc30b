import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import type { Services } from '#main/compose-services.ts';
import { trashedDraftsSchema, type TrashedDrafts } from '#shared/model/exchange-file.ts';
import { repairKinds } from '#shared/model/repair.ts';
import { reviewDecisionSchema, reviewStepSchema } from '#shared/model/review.ts';
import { verifyLog } from './commands/audit-command.ts';
import { check } from './commands/check-command.ts';
import { addPerson, decideDraft, submitDraft } from './commands/draft-commands.ts';
import { exportDrafts, importDrafts } from './commands/exchange-commands.ts';
import { importFiles } from './commands/import-command.ts';
import { exportDraft, uploadZip, verifyZip } from './commands/package-commands.ts';
import { writeWord } from './commands/word-command.ts';
import { reportDemo } from './demo/report-demo.ts';
import { runDemo } from './demo/run-demo.ts';
import { atDesk, resourcePath } from './open-desk.ts';
import { exitCodes, makeOutput, refuse, type Output } from './output.ts';

/** The command line `gaoqian`: the main job without a window, on the services of the app. */
interface GlobalOptions {
  readonly data: string;
  readonly as?: string;
  readonly json: boolean;
}

const program = new Command('gaoqian')
  .description('稿签命令行：导入、检查、送审、生成、校验、上传')
  .option('--data <folder>', '数据文件夹', 'gaoqian-data')
  .option('--as <name>', '以哪位人员的身份操作')
  .option('--json', '输出一行 JSON，供程序读取', false)
  .exitOverride();

program
  .command('person')
  .description('登记一位人员，并以其身份继续')
  .argument('<name>', '姓名')
  .argument('<role>', '角色，如 writer、section-head、office-head、leader、publisher')
  .action((name: string, role: string) => desk((services, output) => addPerson(services, output, name, role)));

program
  .command('import')
  .description('把文件导入为稿件：docx、网页（html、mht）、txt、邮件（eml）、图片（合成一篇）、发布包、审稿包')
  .argument('<file...>')
  .option('--repair <kinds>', `修复文字：all、none，或用逗号分开的 ${repairKinds.join('、')}`, 'all')
  .action((files: string[], { repair }: { repair: string }) =>
    desk((services, output) => importFiles(services, output, files, repair)),
  );

program
  .command('check')
  .description('检查一篇稿件，或一个还没有导入的网页文件')
  .argument('<draft-or-file>')
  .action((draftOrFile: string) => desk((services, output) => check(services, output, draftOrFile)));

program
  .command('submit')
  .description('送审')
  .argument('<draft>')
  .option('--note <text>', '说明', '')
  .action((draft: string, { note }: { note: string }) =>
    desk((services, output) => submitDraft(services, output, draft, note)),
  );

program
  .command('decide')
  .description('审核一步')
  .argument('<draft>')
  .addOption(new Option('--step <step>', '审次').choices(reviewStepSchema.options).makeOptionMandatory())
  .addOption(new Option('--decision <decision>', '结论').choices(reviewDecisionSchema.options).default('pass'))
  .option('--note <text>', '意见', '')
  .action((draft: string, given: { step: string; decision: string; note: string }) =>
    desk((services, output) => decideDraft(services, output, draft, given)),
  );

program
  .command('export')
  .description('为已签发的稿件生成发布包')
  .argument('<draft>')
  .option('--out <folder>', '另存一份到这个文件夹')
  .option('--keep-warnings <reason>', '警告不再处理时写明理由，随包留存')
  .action((draft: string, options: { out?: string; keepWarnings?: string }) =>
    desk((services, output) => exportDraft(services, output, draft, options)),
  );

program
  .command('export-drafts')
  .description('把稿件连同全部历史导出为一个签名的稿件包')
  .argument('<draft...>', '稿件标识；all 为全部（回收站除外）')
  .option('--out <folder>', '另存一份到这个文件夹')
  .action((drafts: string[], { out }: { out?: string }) =>
    desk((services, output) => exportDrafts(services, output, drafts, out)),
  );

program
  .command('import-drafts')
  .description('导入稿件包；本机已有的内容不会被覆盖')
  .argument('<zip>')
  .option('--trust <fingerprint>', '信任这个密钥，第一次收到对方的稿件包时用')
  .addOption(
    new Option('--trashed <act>', '本机回收站里的稿件：不动、恢复并合并，或收为新稿件')
      .choices(trashedDraftsSchema.options)
      .default('leave'),
  )
  .action((zip: string, { trust, trashed }: { trust?: string; trashed: TrashedDrafts }) =>
    desk((services, output) => importDrafts(services, output, zip, { trustFingerprint: trust ?? null, trashed })),
  );

program
  .command('docx')
  .description('把稿件导出为 Word 文档')
  .argument('<draft>')
  .argument('<file>', '新文件，例如 稿件.docx')
  .action((draft: string, file: string) => desk((services, output) => writeWord(services, output, draft, file)));

program
  .command('verify')
  .description('校验发布包')
  .argument('<zip>')
  .requiredOption('--key <file-or-line...>', 'minisign 公钥文件，或公钥一行')
  .action((zip: string, { key }: { key: string[] }) => run(async (output) => void (await verifyZip(output, zip, key))));

program
  .command('verify-log')
  .description('验证审计日志的校验链；有一行不符时退出码为 1')
  .action(() => desk(verifyLog));

program
  .command('upload')
  .description('把发布包上传到门户；令牌取自环境变量 GAOQIAN_PORTAL_TOKEN')
  .argument('<zip>')
  .requiredOption('--portal <url>', '门户地址')
  .requiredOption('--key <file-or-line...>', 'minisign 公钥文件，或公钥一行')
  .option('--ca <file>', '自有证书颁发机构的根证书（PEM）')
  .action((zip: string, { portal, key, ca }: { portal: string; key: string[]; ca?: string }) =>
    run((output) => {
      const token = process.env['GAOQIAN_PORTAL_TOKEN'] ?? '';
      return uploadZip(output, zip, { portal, token, keys: key, ...(ca === undefined ? {} : { ca }) });
    }),
  );

program
  .command('demo')
  .description('从导入到发布走一遍全程，并取回页面核对')
  .option('--page <file>', '要导入的网页文件', resourcePath('samples', 'pages', 'damaged-page.txt'))
  .option('--pictures <files...>', '三张照片，缺省用样例照片')
  .option('--keep <folder>', '保留数据到这个文件夹；缺省用临时文件夹，结束即删')
  .action(demo);

async function demo(given: { page: string; pictures?: string[]; keep?: string }): Promise<void> {
  await run(async (output) => {
    const folder = given.keep === undefined ? await mkdtemp(join(tmpdir(), 'gaoqian-demo-')) : resolve(given.keep);
    try {
      const pictures = given.pictures ?? samplePictures();
      reportDemo(await runDemo({ dataFolder: folder, page: given.page, pictures }, output), output);
    } finally {
      if (given.keep === undefined) await rm(folder, { recursive: true, force: true });
    }
  });
}

function samplePictures(): readonly string[] {
  return ['building-site.jpg', 'service-point.jpg', 'notice-board.jpg'].map((name) =>
    resourcePath('samples', 'pictures', name),
  );
}

async function desk(work: (services: Services, output: Output) => Promise<void>): Promise<void> {
  const options = program.opts<GlobalOptions>();
  await run((output) => atDesk(options, (services) => work(services, output)));
}

async function run(work: (output: Output) => Promise<void>): Promise<void> {
  const { json } = program.opts<GlobalOptions>();
  try {
    await work(makeOutput(json));
  } catch (thrown) {
    process.exitCode = refuse(thrown, json);
  }
}

try {
  await program.parseAsync();
} catch (thrown) {
  if (!(thrown instanceof CommanderError)) throw thrown;
  process.exitCode = thrown.exitCode === 0 ? exitCodes.done : exitCodes.usage;
}
