/** Saves a file on the person's machine. */
export function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Makes a name of a file out of a heading: `Loss of each step` becomes `loss-of-each-step.png`. */
export function fileName(heading: string, ending: string): string {
  const words = heading.toLowerCase().match(/[a-z0-9]+/g) ?? ['chart'];
  return `${words.join('-')}.${ending}`;
}
