import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Services } from '#main/compose-services.ts';
import { certificateReader } from '#main/portal/certificates.ts';
import { environmentLogins, environmentProxies } from '#main/portal/environment-proxies.ts';
import { portalClient } from '#main/portal/portal-client.ts';
import { keyRingOf } from '#main/publishing/key-ring.ts';
import { packageReader } from '#main/publishing/package-reader.ts';
import { AppError } from '#shared/errors.ts';
import type { VerifyReport } from '#shared/model/package-record.ts';
import { verifyReportLines } from '#shared/texts/verify-report.ts';
import { buildPackage } from '../demo/run-demo.ts';
import { letWarningsStand } from './let-warnings-stand.ts';
import { waiverReasonSchema } from '#shared/model/waiver.ts';
import type { Output } from '../output.ts';

/** Builds the package of a draft that is signed off; `out` gets a copy of it. Warnings that nobody gave a reason for stop it
 * (`warnings-open`), unless `keepWarnings` is one. */
export async function exportDraft(
  services: Services,
  output: Output,
  draftId: string,
  { out, keepWarnings }: { readonly out?: string; readonly keepWarnings?: string },
): Promise<void> {
  if (keepWarnings !== undefined) {
    const kept = await letWarningsStand(services, draftId, waiverReasonSchema.parse(keepWarnings));
    if (kept > 0) output.say(`  ${kept} 条警告已写明保留的理由`);
  }
  const record = await buildPackage(services, draftId);
  const path = out === undefined ? record.path : join(resolve(out), `${record.name}.zip`);
  if (out !== undefined) {
    await mkdir(resolve(out), { recursive: true });
    await copyFile(record.path, path);
  }
  output.result(`已生成发布包：${path}`, { ...record, path });
}

/**
 * Judges a zip by the given public keys (minisign `.pub` files or their key lines). Rejects with the first refusal when
 * it does not pass.
 */
export async function verifyZip(output: Output, zip: string, keys: readonly string[]): Promise<VerifyReport> {
  const keyRing = keyRingOf(await Promise.all(keys.map(readKeyLine)));
  const report = await packageReader.verifyPackage(resolve(zip), { keyRing });
  for (const line of verifyReportLines(report)) output.say(line);
  const [refusal] = report.refusals;
  if (refusal) throw new AppError(refusal.code, refusal.params);
  output.result(`校验通过：${report.name}《${report.headline}》，${report.files.length} 个文件。`, report);
  return report;
}

/** Sends a zip that lies anywhere, and tells where its page stands. */
export async function uploadZip(
  output: Output,
  zip: string,
  target: { readonly portal: string; readonly token: string; readonly keys: readonly string[]; readonly ca?: string },
): Promise<void> {
  const keyRing = keyRingOf(await Promise.all(target.keys.map(readKeyLine)));
  const path = resolve(zip);
  const pack = await packageReader.readPackage(path, { keyRing });
  try {
    const { name, zipSha256, zipBytes: bytes, files, pageMeta } = pack;
    const receipt = await portalClient({
      wayOut: { proxies: environmentProxies(process.env), logins: environmentLogins(process.env) },
    }).send(
      { url: target.portal, token: target.token, certificate: await readAuthority(target.ca), publicKey: null },
      { path, name, draftId: pageMeta.draftId, zipSha256, bytes, files },
      {
        uploadUrl: '',
        bytesPerSecond: () => 0,
        signal: new AbortController().signal,
        listener: {
          onUploadUrl: () => undefined,
          onOffset: (offset) => output.say(`  已上传 ${Math.floor((offset / bytes) * 100)}%`),
          onVerifying: () => output.say('  门户正在校验'),
        },
      },
    );
    output.result(`已发布：${receipt.body.pageUrl}`, receipt);
  } finally {
    await pack.dispose();
  }
}

/** The PEM file of an own certificate authority; refuses `certificate-invalid`. */
async function readAuthority(path: string | undefined): Promise<string> {
  if (path === undefined) return '';
  const pem = await readFile(resolve(path), 'utf8');
  certificateReader.check(pem);
  return pem;
}

/** A minisign `.pub` file's key line, or the line itself. */
async function readKeyLine(fileOrLine: string): Promise<string> {
  const text = await readFile(fileOrLine, 'utf8').catch(() => fileOrLine);
  return text.trim().split('\n').at(-1)?.trim() ?? '';
}
