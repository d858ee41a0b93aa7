/** Words for the clipboard, as plain text and as HTML at once. */
export interface Clip {
  plain: string;
  html: string;
}

/**
 * Copies words in both forms. The words may still be on their way: browsers want the call itself within the click.
 * @throws when the browser does not allow copying
 */
export async function copyBoth(words: Promise<Clip>): Promise<void> {
  const blob = async (form: keyof Clip, type: string) => new Blob([(await words)[form]], { type });
  await navigator.clipboard.write([new ClipboardItem({ 'text/html': blob('html', 'text/html'), 'text/plain': blob('plain', 'text/plain') })]);
}

/** Saves a text as a file. */
export function save(text: string, name: string, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
