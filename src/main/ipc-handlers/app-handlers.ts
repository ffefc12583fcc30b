import type { AppService } from '#main/services/app-service.ts';
import type { Channel, Handlers } from '#shared/ipc/contract.ts';

/** What only the shell around the services can do. */
export interface ShellActs {
  /** Shows the host, then opens the address; false when the person says no. Refuses `link-refused`. */
  openExternal(url: string): Promise<boolean>;
  /** Shows a file that the app wrote in its folder. Refuses `not-found`. */
  showFile(fileId: string): Promise<void>;
}

export function appHandlers(app: AppService, shell: ShellActs) {
  return {
    'app:get-state': async () => app.state(),
    'app:complete-first-start': async (person) => app.completeFirstStart(person),
    'app:update-settings': async (change) => app.updateSettings(change),
    'app:add-person': async (person) => app.addPerson(person),
    'app:switch-person': async ({ personId }) => app.switchPerson(personId),
    'app:use-profile': async ({ fileId }) => app.useProfile(fileId),
    'app:open-external': async ({ url }) => ({ opened: await shell.openExternal(url) }),
    'app:show-file': async ({ fileId }) => {
      await shell.showFile(fileId);
      return {};
    },
  } satisfies Handlers<Extract<Channel, `app:${string}`>>;
}
