/** Words of the handle beside a block and of its menu. */
export const blocks = {
  blockHandle: '段落手柄：拖動換位置，點按開啟選單（Alt+Shift+M）',
  blockMenu: '段落選單',
  blockTurn: '改為',
  blockUp: '上移',
  blockDown: '下移',
  blockAbove: '在上方插入空段',
  blockBelow: '在下方插入空段',
  blockDuplicate: '再來一份',
  blockCopy: '複製',
  blockDelete: '刪除',
};
