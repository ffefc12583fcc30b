/** Words of the handle beside a block and of its menu. */
export const blocks = {
  blockHandle: 'Block handle: drag to move, press for the menu (Alt+Shift+M)',
  blockMenu: 'Block menu',
  blockTurn: 'Turn into',
  blockUp: 'Move up',
  blockDown: 'Move down',
  blockAbove: 'New paragraph above',
  blockBelow: 'New paragraph below',
  blockDuplicate: 'Duplicate',
  blockCopy: 'Copy',
  blockDelete: 'Delete',
};
