import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { jobSchema } from '../model/job.ts';
import { uploadSchema } from '../model/upload.ts';
import type { Result } from '../result.ts';
import { appChannels } from './channels/app.ts';
import { attachmentChannels } from './channels/attachment.ts';
import { auditChannels } from './channels/audit.ts';
import { draftChannels } from './channels/draft.ts';
import { exchangeChannels } from './channels/exchange.ts';
import { healthChannels } from './channels/health.ts';
import { importChannels, importStepSchema } from './channels/import.ts';
import { inletChannels } from './channels/inlet.ts';
import { listChannels } from './channels/list.ts';
import { mediaChannels } from './channels/media.ts';
import { pasteChannels } from './channels/paste.ts';
import { publishChannels } from './channels/publish.ts';
import { rescueChannels } from './channels/rescue.ts';
import { reviewChannels } from './channels/review.ts';
import { targetChannels } from './channels/target.ts';
import { amendmentChannels } from './channels/amendment.ts';
import { versionChannels } from './channels/version.ts';
import { windowChannels } from './channels/window.ts';
import { workChannels, workStepSchema } from './channels/work.ts';
import { wordChannels } from './channels/word.ts';

/** THE contract: every call that may cross from the window to the main process. A channel that is not here does not exist. */
export const contract: Contract = {
  ...appChannels,
  ...inletChannels,
  ...importChannels,
  ...mediaChannels,
  ...attachmentChannels,
  ...pasteChannels,
  ...draftChannels,
  ...versionChannels,
  ...listChannels,
  ...reviewChannels,
  ...exchangeChannels,
  ...publishChannels,
  ...wordChannels,
  ...targetChannels,
  ...amendmentChannels,
  ...healthChannels,
  ...auditChannels,
  ...rescueChannels,
  ...windowChannels,
  ...workChannels,
};

/** Said by name, part for part: written out it is longer than the compiler writes a type. */
export type Contract = typeof appChannels &
  typeof inletChannels &
  typeof importChannels &
  typeof mediaChannels &
  typeof attachmentChannels &
  typeof pasteChannels &
  typeof draftChannels &
  typeof versionChannels &
  typeof listChannels &
  typeof reviewChannels &
  typeof exchangeChannels &
  typeof publishChannels &
  typeof wordChannels &
  typeof targetChannels &
  typeof amendmentChannels &
  typeof healthChannels &
  typeof auditChannels &
  typeof rescueChannels &
  typeof windowChannels &
  typeof workChannels;
export type Channel = keyof Contract;
/** What the caller passes, and what the handler receives once the schema has read it. */
export type Request<C extends Channel> = z.input<Contract[C]['request']>;
export type ParsedRequest<C extends Channel> = z.output<Contract[C]['request']>;
export type Response<C extends Channel> = z.output<Contract[C]['response']>;

export const channels = Object.keys(contract) as readonly Channel[];

/** What the main process tells the window without being asked. */
export const events = {
  /** A draft's line in the list, its reviews or its incoming version changed other than by this window's typing. */
  'draft:changed': z.strictObject({ draftId: idSchema }),
  /** Words of a draft were saved in some window: its line in the list reads otherwise. */
  'draft:saved': z.strictObject({ draftId: idSchema }),
  /** Settings, persons, the profile or somebody's view of the list changed in some window. */
  'app:changed': z.strictObject({}),
  'job:changed': jobSchema,
  'import:step': importStepSchema,
  'work:step': workStepSchema,
  'upload:changed': uploadSchema,
  /** Sent before the app quits or sleeps: keep everything now. */
  'app:flush': z.strictObject({}),
} as const;
export type EventName = keyof typeof events;
export type EventPayload<E extends EventName> = z.output<(typeof events)[E]>;
export const eventNames = Object.keys(events) as readonly EventName[];

/** The one object that the preload exposes, as `window.gaoqian`. */
export interface RendererApi {
  invoke<C extends Channel>(channel: C, request: Request<C>): Promise<Result<Response<C>>>;
  /**
   * Answers a function that stops listening. The app waits (for a moment) before it closes until the promises of the
   * listeners of `app:flush` have settled.
   */
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void | Promise<void>): () => void;
}

/** The handlers of some channels; `ipc-handlers/*` each `satisfies` a part, the registry proves that none is missing. */
export type Handlers<C extends Channel = Channel> = {
  readonly [K in C]: (request: ParsedRequest<K>) => Promise<Response<K>>;
};
