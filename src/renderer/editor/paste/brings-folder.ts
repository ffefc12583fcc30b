/** Whether a drop brings a folder, whose files only the window can gather. */
export function bringsFolder(data: DataTransfer): boolean {
  return [...data.items].some((item) => item.webkitGetAsEntry()?.isDirectory === true);
}
