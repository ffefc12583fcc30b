/**
 * The host's `electron`: exactly the members that the app uses. An import of another name fails by name when the app starts,
 * and a test compares this list with the imports in `src`.
 */
export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { dialog } from './dialog.ts';
export { ipcMain } from './ipc-main.ts';
export { nativeTheme } from './native-theme.ts';
export { protocol } from './protocol.ts';
export { session } from './session.ts';
export { shell } from './shell.ts';
export { clipboard, Menu, net, powerMonitor, safeStorage, screen } from './small-members.ts';
