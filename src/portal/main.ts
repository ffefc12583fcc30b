import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import { fileLog } from '#main/files/file-log.ts';
import { readProfileFile } from '#main/files/resources.ts';
import { systemClock } from '#main/files/system-clock.ts';
import { systemIds } from '#main/files/system-ids.ts';
import { parsePublicKey } from '#main/publishing/minisign.ts';
import { packageReader } from '#main/publishing/package-reader.ts';
import { createPortal, type Portal } from './create-portal.ts';
import { openDiskStores } from './store/disk/open-disk-stores.ts';
import { toCodedError } from '#shared/errors.ts';
import { siteOfProfile } from './sites/site-of-profile.ts';

/** `npm run portal`: the reference portal alone, and the acts of whoever looks after it. */

interface PortalArguments {
  readonly data: string;
  readonly host: string;
  readonly port: string;
  readonly publicUrl?: string;
  readonly profile: string;
  readonly processName: string;
  readonly filing: readonly string[];
}

const sampleProfile = resolve(import.meta.dirname, '../../resources/bureau-profiles/sample.json');

const program = new Command('portal')
  .description('参考门户：接收、校验并发布稿签的发布包')
  .option('--data <folder>', '门户数据文件夹', 'portal-data')
  .option('--host <address>', '监听地址', '127.0.0.1')
  .option('--port <number>', '监听端口', '8620')
  .option('--public-url <url>', '访问者使用的地址（门户在代理之后时）')
  .option('--profile <file>', '单位配置文件', sampleProfile)
  .option('--process-name <name>', '几个门户进程共用一个数据文件夹时，各用一个固定的名字', 'portal')
  .option('--filing <text>', '页脚的备案号，可重复', (text, before: string[]) => [...before, text], [])
  .action(serve);

program
  .command('add-exporter')
  .description('登记一位信息发布员，打印其令牌')
  .argument('<name>', '姓名')
  .option('--key <file-or-line>', 'minisign 公钥文件，或公钥一行')
  .action((name: string, options: { key?: string }) =>
    withPortal(async (portal) => {
      const key = options.key === undefined ? null : await readKey(options.key);
      const { id, token } = await addExporter(portal, name);
      if (key !== null) await portal.exporters.addKey(id, key);
      console.log(`已登记信息发布员“${name}”。令牌只显示这一次：\n${token}`);
    }),
  );

program
  .command('add-key')
  .description('为信息发布员登记一把签名公钥')
  .argument('<name>', '姓名')
  .argument('<file-or-line>', 'minisign 公钥文件，或公钥一行')
  .action((name: string, key: string) =>
    withPortal(async (portal) => {
      const exporterId = await exporterNamed(portal, name);
      const line = await readKey(key);
      await portal.exporters.addKey(exporterId, line);
      console.log(`已为“${name}”登记公钥。`);
    }),
  );

program
  .command('renew-token')
  .description('为信息发布员换发令牌，原令牌随即失效')
  .argument('<name>', '姓名')
  .action((name: string) =>
    withPortal(async (portal) => {
      const exporterId = await exporterNamed(portal, name);
      const token = await portal.exporters.renewToken(exporterId);
      console.log(`已为“${name}”换发令牌。令牌只显示这一次：\n${token}`);
    }),
  );

program
  .command('revoke')
  .description('停用一位信息发布员的令牌；已发布的页面不受影响')
  .argument('<name>', '姓名')
  .action((name: string) =>
    withPortal(async (portal) => {
      const exporterId = await exporterNamed(portal, name);
      await portal.exporters.revoke(exporterId);
      console.log(`已停用“${name}”的令牌。`);
    }),
  );

program
  .command('add-admin')
  .description('设置一位门户管理员（已有的换发密码），打印其密码')
  .argument('<name>', '姓名')
  .action((name: string) =>
    withPortal(async (portal) => {
      const password = await portal.administrators.add(name);
      console.log(`管理员“${name}”的密码只显示这一次：\n${password}\n登录地址：/admin`);
    }),
  );

program
  .command('backup')
  .description('把门户的全部数据备份到一个文件夹；可在门户运行时进行，可直接用它启动门户')
  .argument('<folder>')
  .action((target: string) =>
    withPortal(async (portal) => {
      const { packages, bytes, lacking } = await portal.backUp(resolve(target));
      await portal.audit.append('portal', 'backup.made', { packages, bytes, lacking });
      console.log(`已备份 ${packages} 个发布包，${bytes} 字节：${resolve(target)}`);
      if (lacking > 0) console.log(`其中 ${lacking} 个的原件（archive 里的 zip）已不在门户上，页面已备份。`);
    }),
  );

program
  .command('list')
  .description('列出信息发布员')
  .action(() =>
    withPortal(async (portal) => {
      for (const { id, name } of await portal.exporters.list()) {
        console.log(`${name}\t公钥 ${(await portal.exporters.keysOf(id)).length} 把`);
      }
    }),
  );

await program.parseAsync().catch((thrown: unknown) => {
  console.error(sentenceFor(thrown));
  process.exitCode = 1;
});

async function serve(): Promise<void> {
  const portal = await openPortal();
  const address = await portal.listen().catch(async (thrown: unknown) => {
    await portal.close();
    throw thrown;
  });
  console.log(`门户已启动：${address}/`);
  if ((await portal.exporters.list()).length === 0) {
    const { token } = await addExporter(portal, '信息发布员');
    console.log(`首次启动，已登记“信息发布员”。令牌只显示这一次：\n${token}`);
    console.log('还须登记其签名公钥：npm run portal -- add-key 信息发布员 <公钥文件>');
  }
  const stop = (): void => {
    portal.close().catch((thrown: unknown) => console.error(sentenceFor(thrown)));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** The portal's folder opened without listening, for one act. */
async function withPortal(act: (portal: Portal) => Promise<void>): Promise<void> {
  const portal = await openPortal();
  try {
    await act(portal);
  } finally {
    await portal.close();
  }
}

async function openPortal(): Promise<Portal> {
  const given = program.opts<PortalArguments>();
  const folder = resolve(given.data);
  mkdirSync(folder, { recursive: true });
  return createPortal({
    stores: openDiskStores(folder, { processName: given.processName }),
    host: given.host,
    port: Number(given.port),
    ...(given.publicUrl === undefined ? {} : { publicUrl: given.publicUrl.replace(/\/+$/, '') }),
    site: siteOfProfile(await readProfileFile(given.profile), given.filing.length > 0 ? given.filing : undefined),
    clock: systemClock,
    ids: systemIds(),
    log: fileLog(join(folder, 'portal.log'), systemClock),
    reader: packageReader,
  });
}

async function addExporter(portal: Portal, name: string): Promise<{ readonly id: string; readonly token: string }> {
  return portal.exporters.add(name).catch((thrown: unknown) => {
    if (toCodedError(thrown).code !== 'portal-conflict') throw thrown;
    throw new Error(`已有信息发布员“${name}”。`);
  });
}

async function exporterNamed(portal: Portal, name: string): Promise<string> {
  const exporter = (await portal.exporters.list()).find((entry) => entry.name === name);
  if (!exporter) throw new Error(`没有信息发布员“${name}”。用 list 查看已登记的人员。`);
  return exporter.id;
}

/** The last line of a minisign `.pub` file, or the line itself. */
async function readKey(fileOrLine: string): Promise<string> {
  const text = parsePublicKey(fileOrLine) ? fileOrLine : await readFile(fileOrLine, 'utf8');
  const line = text.trim().split(/\r?\n/).at(-1) ?? '';
  if (!parsePublicKey(line)) throw new Error('这不是 minisign 公钥（Ed25519）。');
  return line;
}

function sentenceFor(thrown: unknown): string {
  if (!(thrown instanceof Error) || thrown instanceof CommanderError) return String(thrown);
  const code = 'code' in thrown ? thrown.code : undefined;
  if (code === 'EADDRINUSE') return '端口已被占用，请用 --port 换一个。';
  if (code === 'ENOENT') return '找不到所给的文件，请检查路径。';
  return thrown.message;
}
