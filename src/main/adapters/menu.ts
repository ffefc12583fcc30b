import { Menu, type MenuItemConstructorOptions } from 'electron';

/**
 * The menu behind the window: zoom and full screen, and on macOS what the system expects. Undo and redo are left out on purpose,
 * so that their keys reach the editor's own history.
 */
export function setApplicationMenu(isDevelopment: boolean): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, isDevelopment)));
}

export function menuTemplate(platform: NodeJS.Platform, isDevelopment: boolean): MenuItemConstructorOptions[] {
  const edit: MenuItemConstructorOptions[] = [
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
  ];
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { role: 'togglefullscreen' },
  ];
  const development: MenuItemConstructorOptions[] = isDevelopment
    ? [{ role: 'reload' }, { role: 'toggleDevTools' }]
    : [];
  return [
    ...(platform === 'darwin' ? [{ role: 'appMenu' } as const, { label: '编辑', submenu: edit }] : []),
    { label: '显示', submenu: [...view, ...development] },
  ];
}
