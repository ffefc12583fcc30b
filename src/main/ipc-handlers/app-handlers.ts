import type { AppService } from '#main/services/app-service.ts';
import type { Channel, Handlers } from '#shared/ipc/contract.ts';

/** What only the shell around the services can do. */
export interface ShellActs {
  /** Shows the host, then opens the address; false when the person says no. Refuses `link-refused`. */
  openExternal(url: string): Promise<boolean>;
  /** Shows a file that the app wrote in its folder. Refuses `not-found`. */
  showFile(fileId: string): Promise<void>;
  openWindow(draftId: string | null): void;
  /** Answers whether another window shows the draft, which comes forward then. */
  showDraft(windowId: string, draftId: string | null): boolean;
  /** Something that every window shows is not what it was. */
  changed(): void;
}

export function appHandlers(app: AppService, shell: ShellActs) {
  /** Tells the other windows of what this one changed. */
  const told = async <Value>(change: Promise<Value>): Promise<Value> => {
    const value = await change;
    shell.changed();
    return value;
  };
  return {
    'app:get-state': async () => app.state(),
    'app:complete-first-start': async (person) => told(app.completeFirstStart(person)),
    'app:update-settings': async (change) => told(app.updateSettings(change)),
    'app:add-person': async (person) => told(app.addPerson(person)),
    'app:switch-person': async ({ personId }) => told(app.switchPerson(personId)),
    'app:use-profile': async ({ fileId }) => told(app.useProfile(fileId)),
    'app:open-external': async ({ url }) => ({ opened: await shell.openExternal(url) }),
    'app:show-file': async ({ fileId }) => {
      await shell.showFile(fileId);
      return {};
    },
    'window:open': async ({ draftId }) => {
      shell.openWindow(draftId);
      return {};
    },
    'window:show-draft': async ({ windowId, draftId }) => ({ elsewhere: shell.showDraft(windowId, draftId) }),
  } satisfies Handlers<Extract<Channel, `app:${string}` | `window:${string}`>>;
}
