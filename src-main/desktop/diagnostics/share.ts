import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, clipboard, dialog, shell } from 'electron';
import type { ReportDesk } from '../../ipc/commands/diagnostics-commands.ts';

const reportName = 'suzu-report.md';

/** The desktop's own clipboard, dialogs and file manager. */
export const reportDesk: ReportDesk = {
  // A promise from Electron 44 on.
  copy: (text) => clipboard.writeText(text),
  async save(text) {
    const { canceled, filePath } = await dialog.showSaveDialog({
      defaultPath: join(app.getPath('documents'), reportName),
      filters: [{ name: 'Markdown', extensions: ['md'] }],
    });
    if (!canceled && filePath !== '') await writeFile(filePath, text, { mode: 0o600 });
  },
  openFolder: async (folder) => (await shell.openPath(folder)) === '',
};
