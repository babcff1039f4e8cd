import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  type OpenDialogOptions,
  type SaveDialogOptions,
} from 'electron';
import type { Messages } from '../../engine/messages/index.ts';
import type { FileDialogs } from '../settings-transfer.ts';

/** The system's own dialogs, over Suzu's window while it is open. */
export function fileDialogs(messages: () => Messages): FileDialogs {
  const filters = () => [{ name: messages().entry.exchange.fileKind, extensions: ['json'] }];
  const over = () => BrowserWindow.getAllWindows().find((window) => window.isVisible());
  return {
    async chooseTarget(name) {
      const options: SaveDialogOptions = {
        title: messages().entry.exchange.exportTitle,
        defaultPath: join(app.getPath('documents'), name),
        filters: filters(),
      };
      const window = over();
      const { filePath } = await (window === undefined
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(window, options));
      return filePath || null;
    },
    async chooseSource() {
      const options: OpenDialogOptions = {
        title: messages().entry.exchange.importTitle,
        filters: filters(),
        properties: ['openFile'],
      };
      const window = over();
      const { filePaths } = await (window === undefined
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(window, options));
      return filePaths[0] ?? null;
    },
  };
}
