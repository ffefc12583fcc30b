/** Words of the handle beside a block and of its menu. */
export const blocks = {
  blockHandle: '段落手柄：拖动换位置，点按打开菜单（Alt+Shift+M）',
  blockMenu: '段落菜单',
  blockTurn: '改为',
  blockUp: '上移',
  blockDown: '下移',
  blockAbove: '在上方插入空段',
  blockBelow: '在下方插入空段',
  blockDuplicate: '再来一份',
  blockCopy: '复制',
  blockDelete: '删除',
};
