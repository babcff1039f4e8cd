/** What the main process says about the history. */
export const historyEn = {
  exportTitle: 'Export notices',
  /** The beginning of a file's name; the day follows. */
  exportName: 'Suzu notices',
  exportFailed:
    'The file could not be written. Check that the disk is not full and that the folder may be written to.',
  eraseFailed:
    'Not everything could be erased from the disk; Suzu tries again at its next start. Check that the disk is not full.',
  searchFailed: 'Older notices could not be read. Check the permissions of Suzu’s folder.',
  notOnDisk:
    'Notices cannot be kept on disk and are only in memory. Check that the disk is not full.',
};

export type HistoryMessages = typeof historyEn;
