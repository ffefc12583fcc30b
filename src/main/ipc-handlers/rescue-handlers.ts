import type { RescueService } from '#main/services/rescue-service.ts';
import { AppError, toCodedError } from '#shared/errors.ts';
import { channels, type Channel, type Handlers } from '#shared/ipc/contract.ts';

/** @param present gives the way out; throws `not-allowed` while the data is open */
export function rescueHandlers(present: () => RescueService) {
  return {
    'rescue:read': async () => present().read(),
    'rescue:open': async ({ as }) => {
      present().open(as);
      return {};
    },
    'rescue:restore': async (backup) => {
      await present().restore(backup);
      return {};
    },
    'rescue:export': async () => present().exportWords(),
    'rescue:start-empty': async () => {
      await present().startEmpty();
      return {};
    },
    'rescue:quit': async () => {
      present().quit();
      return {};
    },
  } satisfies Handlers<Extract<Channel, `rescue:${string}`>>;
}

/** All channels of a window whose data could not be opened: they say why, and the rescue's show the way out. */
export function brokenStartHandlers(reason: unknown, rescue: RescueService): Handlers {
  const error = toCodedError(reason);
  const refuse = async (): Promise<never> => {
    throw new AppError(error.code, error.params);
  };
  const refusing = Object.fromEntries(channels.map((channel) => [channel, refuse])) as unknown as Handlers;
  return { ...refusing, ...rescueHandlers(() => rescue) };
}
