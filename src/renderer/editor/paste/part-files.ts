/** Documents, pages, texts, mails and archives by their names: nobody means them as pictures. */
const documentName = /\.(?:docx|docm|dotx|doc|wps|rtf|pdf|xhtml|html?|mht|mhtml|eml|txt|zip)$/iu;

/** Files that a person gave to the sheet, parted into pictures and documents. A picture that is none says so in its place. */
export function partFiles(files: readonly File[]): {
  readonly pictures: readonly File[];
  readonly documents: readonly File[];
} {
  return {
    pictures: files.filter(({ name }) => !documentName.test(name)),
    documents: files.filter(({ name }) => documentName.test(name)),
  };
}

/** Whether a drop brings a folder, whose files only the window can gather. */
export function bringsFolder(data: DataTransfer): boolean {
  return [...data.items].some((item) => item.webkitGetAsEntry()?.isDirectory === true);
}
