import { BrowserWindow, dialog } from 'electron';

const extensions = ['wav', 'ogg', 'oga', 'opus', 'flac', 'mp3', 'm4a', 'aiff', 'aif'];

/** Asks the user for a sound file, in words of the current language; null when they changed their mind. */
export async function chooseSoundFile(words: {
  readonly choose: string;
  readonly files: string;
}): Promise<string | null> {
  const options = {
    title: words.choose,
    properties: ['openFile' as const],
    filters: [{ name: words.files, extensions }],
  };
  const window = BrowserWindow.getFocusedWindow();
  const { filePaths } = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  return filePaths[0] ?? null;
}
