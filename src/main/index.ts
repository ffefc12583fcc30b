import { app, powerMonitor } from 'electron';
import { registerAppScheme } from './adapters/protocol.ts';
import { secureAllContents } from './adapters/session-security.ts';
import { explainStartFailure, startWorkstation, type Workstation } from './composition-root.ts';

/** App events only; what they set in motion is in the composition root. */
let workstation: Workstation | undefined;
let isEnding = false;
let startsAgain = false;
const closeTimeout = 10_000;

registerAppScheme();
secureAllContents();
app.enableSandbox();

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    const isThere = workstation ? workstation.showWindow() : !isEnding;
    if (isThere || startsAgain) return;
    // The person closed the app and opens it again: it starts when this one has let go of the data.
    startsAgain = true;
    app.relaunch();
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (workstation === undefined) return;
    event.preventDefault();
    const closing = workstation;
    workstation = undefined;
    isEnding = true;
    // Every word is in the journal by now: a part that hangs may not keep the app from ending.
    const patience = setTimeout(() => app.exit(0), closeTimeout);
    void closing.close().finally(() => {
      clearTimeout(patience);
      app.exit(0);
    });
  });
  void app.whenReady().then(start);
} else {
  app.quit();
}

async function start(): Promise<void> {
  try {
    workstation = await startWorkstation({ builtFolder: import.meta.dirname, version: app.getVersion() });
    powerMonitor.on('suspend', () => workstation?.keepEverything());
    powerMonitor.on('resume', () => workstation?.wake());
  } catch (thrown) {
    explainStartFailure(thrown);
    app.exit(1);
  }
}
