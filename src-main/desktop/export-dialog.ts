import { join } from 'node:path';
import { app, dialog } from 'electron';
import type { Messages } from '../engine/messages/index.ts';
import type { ExportFormat } from '../engine/notices/history-export.ts';

/** Asks where an export of the history is to go; null = nowhere. `now`: milliseconds since the epoch. */
export async function chooseExportFile(
  format: ExportFormat,
  { history }: Messages,
  now: number,
): Promise<string | null> {
  const [day] = new Date(now).toISOString().split('T');
  const { canceled, filePath } = await dialog.showSaveDialog({
    title: history.exportTitle,
    defaultPath: join(app.getPath('documents'), `${history.exportName} ${day}.${format}`),
    filters: [{ name: format.toUpperCase(), extensions: [format] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || filePath === '' ? null : filePath;
}
