import { homedir } from 'node:os';
import type { Log } from '../../engine/log.ts';
import { locales, messagesIn } from '../../engine/messages/index.ts';
import type { Autostart } from './autostart.ts';
import type { Field } from './desktop-entry.ts';
import { type LoginItems, macLoginItem, windowsLoginItem } from './login-item.ts';
import type { Program } from './start-command.ts';
import { xdgAutostart } from './xdg-autostart.ts';

export interface CreateAutostartOptions {
  readonly program: Program;
  readonly items: LoginItems;
  /** The user's choice; macOS keeps only that there is one. */
  readonly choice: () => 'tray' | 'window';
  readonly log: Log;
}

/** Starting at login, as this system does it. */
export function createAutostart(options: CreateAutostartOptions): Autostart {
  const { program, items, choice, log } = options;
  switch (program.platform) {
    case 'darwin':
      return macLoginItem(items, choice, log);
    case 'win32':
      return windowsLoginItem(items, program, log);
    default:
      return xdgAutostart({ program, home: homedir(), comments, log });
  }
}

function comments(): readonly Field[] {
  return locales.map((locale) => {
    const key = locale === 'en' ? 'Comment' : `Comment[${locale.replace('-', '_')}]`;
    return [key, messagesIn(locale).entry.autostart.comment];
  });
}
