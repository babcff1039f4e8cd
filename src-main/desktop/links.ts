import { shell } from 'electron';
import type { Log } from '../engine/log.ts';
import { parseWebAddress } from './web-address.ts';

/**
 * Opens a web address in the user's browser. Anything but http and https is refused: other schemes
 * start programs. Resolves to whether something opened it; never rejects.
 */
export async function openExternal(address: string, log: Log): Promise<boolean> {
  const url = parseWebAddress(address);
  if (url === null) return false;
  try {
    await shell.openExternal(url);
    return true;
  } catch (error) {
    log.warn('the browser could not be opened', { error: String(error) });
    return false;
  }
}
