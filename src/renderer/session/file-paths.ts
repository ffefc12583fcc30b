const paths = new WeakMap<File, string>();

/** Keeps where in a dropped folder a file lay: unlike a chosen one, it does not know itself. */
export function rememberPath(file: File, path: string): void {
  paths.set(file, path.replace(/^\//u, ''));
}

/** Where a file lay in what was given, its name included, parted by `/`; the name alone for one that was given by itself. */
export function pathOf(file: File): string {
  return paths.get(file) ?? (file.webkitRelativePath || file.name);
}
