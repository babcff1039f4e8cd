// @ts-check
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * How many bytes the files of a folder hold.
 * @param {string} folder
 * @returns {number}
 */
export function folderSize(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

/**
 * @param {number} bytes
 * @returns {string} in millions of bytes, as stores count
 */
export const inMegabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
