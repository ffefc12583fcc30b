import { z } from 'zod';
import { sanitizeUrl } from '#shared/document/url.ts';
import { AppError } from '#shared/errors.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import type { AuditEvent } from '#shared/texts/audit-events.ts';
import {
  uploadTargetSchema,
  type TargetChange,
  type TargetView,
  type UploadTarget,
} from '#shared/model/upload-target.ts';
import type { CertificateReader } from './ports/certificate-reader.ts';
import type { Clock } from './ports/clock.ts';
import type { Disk } from './ports/disk.ts';
import type { Ids } from './ports/ids.ts';
import type { Secrets } from './ports/secrets.ts';
import type { SettingsStore } from './ports/settings-store.ts';
import { readJson } from './read-json.ts';

/** A target with all it takes to send there. */
export type ReadyTarget =
  | {
      readonly kind: 'portal';
      readonly name: string;
      readonly url: string;
      readonly token: string;
      /** PEM, empty for none. */
      readonly certificate: string;
    }
  | { readonly kind: 'folder'; readonly name: string; readonly path: string };

/** Where packages are sent: portals and folders, each with a name. */
export interface UploadTargetService {
  list(): Promise<readonly TargetView[]>;
  /** Null when it is not set, or its token is missing. */
  ready(targetId: string): Promise<ReadyTarget | null>;
  /** Refuses `link-refused` (no http or https), `certificate-invalid`, `folder-missing`, `folder-unwritable`, `not-found`. */
  save(change: TargetChange): Promise<void>;
  remove(targetId: string): Promise<void>;
}

export interface UploadTargetServicePorts {
  readonly store: Pick<SettingsStore, 'readSetting' | 'writeSetting' | 'appendAudit'>;
  readonly secrets: Secrets;
  readonly certificates: CertificateReader;
  readonly disk: Pick<Disk, 'state' | 'isAbsolute'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly profile: () => Promise<BureauProfile>;
  readonly personId: () => Promise<string | null>;
}

/** The id of the portal that comes with the bureau's profile, and of the only one there was up to 0.1.0. */
export const firstPortalId = 'portal';

const targetsKey = 'upload-targets';
/** Up to 0.1.0 the portal's address was one of the settings. */
const olderSettingsSchema = z.object({ portalUrl: z.string().optional() });

export function uploadTargetService(ports: UploadTargetServicePorts): UploadTargetService {
  const { store, secrets, certificates, disk, clock, ids } = ports;

  async function stored(): Promise<readonly UploadTarget[]> {
    const parsed = z.array(uploadTargetSchema).safeParse(readJson(await store.readSetting({ key: targetsKey })));
    return parsed.success ? parsed.data : await first();
  }

  /** Before anything is set up: the portal of an older version's settings, or the one that the bureau's profile names. */
  async function first(): Promise<readonly UploadTarget[]> {
    const [older, profile] = await Promise.all([store.readSetting({ key: 'settings' }), ports.profile()]);
    const url = olderSettingsSchema.safeParse(readJson(older)).data?.portalUrl ?? profile.portal?.url ?? '';
    if (url === '') return [];
    return [{ kind: 'portal', id: firstPortalId, name: profile.site.siteName.slice(0, 60), url, certificate: '' }];
  }

  async function write(targets: readonly UploadTarget[], event: AuditEvent, targetId: string): Promise<void> {
    await store.writeSetting({ key: targetsKey, value: JSON.stringify(targets) });
    const personId = await ports.personId();
    await store.appendAudit({ at: clock.now(), personId, event, facts: { targetId } });
  }

  async function checkFolder(path: string): Promise<string> {
    const folder = path.trim();
    if (!disk.isAbsolute(folder)) throw new AppError('folder-missing');
    const state = await disk.state(folder);
    if (state !== 'ok') throw new AppError(state === 'missing' ? 'folder-missing' : 'folder-unwritable');
    return folder;
  }

  return {
    async list() {
      return Promise.all(
        (await stored()).map(async (target) =>
          target.kind === 'folder'
            ? target
            : { ...target, hasToken: (await secrets.read(tokenSecret(target.id))) !== null },
        ),
      );
    },

    async ready(targetId) {
      const target = (await stored()).find((entry) => entry.id === targetId);
      if (!target) return null;
      if (target.kind === 'folder') return { kind: 'folder', name: target.name, path: target.path };
      const token = await secrets.read(tokenSecret(targetId));
      const { name, url, certificate } = target;
      return token === null ? null : { kind: 'portal', name, url, token, certificate };
    },

    async save(change) {
      const targets = await stored();
      const known = targets.find((entry) => entry.id === change.id);
      const id = change.id ?? ids.next();
      if (change.id !== null && !known && change.id !== firstPortalId) throw new AppError('not-found');
      let target: UploadTarget;
      if (change.kind === 'folder') {
        target = { kind: 'folder', id, name: change.name, path: await checkFolder(change.path) };
      } else {
        const url = addressOf(change.url);
        const before = known?.kind === 'portal' && sameOrigin(known.url, url) ? known : null;
        const certificate = change.certificate ?? before?.certificate ?? '';
        certificates.check(certificate);
        // A token never follows a changed address.
        const token = change.token ?? (before ? await secrets.read(tokenSecret(id)) : null);
        await secrets.write(tokenSecret(id), token === '' ? null : token);
        target = { kind: 'portal', id, name: change.name, url, certificate };
      }
      const rest = known ? targets.map((entry) => (entry.id === id ? target : entry)) : [...targets, target];
      await write(rest, 'upload-target.saved', id);
    },

    async remove(targetId) {
      await secrets.write(tokenSecret(targetId), null);
      await write(
        (await stored()).filter((entry) => entry.id !== targetId),
        'upload-target.removed',
        targetId,
      );
    },
  };
}

/** Under this name `Secrets` keeps the token of a portal. */
export function tokenSecret(targetId: string): string {
  return targetId === firstPortalId ? 'portal-token' : `portal-token:${targetId}`;
}

function addressOf(url: string): string {
  const address = sanitizeUrl(url);
  if (address === undefined || !/^https?:/.test(address)) throw new AppError('link-refused');
  return address;
}

function sameOrigin(one: string, other: string): boolean {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).origin === new URL(other).origin;
}
