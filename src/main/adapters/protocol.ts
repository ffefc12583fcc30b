import { protocol } from 'electron';
import { appScheme } from './app-origin.ts';

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Gives every `app://` request to the handler (see app-files.ts). */
export function handleAppScheme(answer: (request: Request) => Promise<Response>): void {
  protocol.handle(appScheme, answer);
}
