import { lstatSync, readFileSync, rmSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { Log } from '../../engine/log.ts';
import { replacePrivateFile } from '../../engine/private-file.ts';
import type { Autostart, AutostartProblem, AutostartState, StartChoice } from './autostart.ts';
import { autostartEntry, entryState, renewedEntry, type WantedEntry } from './autostart-entry.ts';
import { canStand, execValue, type Field } from './desktop-entry.ts';
import { type Program, startCommand } from './start-command.ts';

export interface XdgAutostartOptions {
  readonly program: Program;
  /** The user's home folder. */
  readonly home: string;
  /** `Comment`, and `Comment[ja]` and so on, read anew for each entry. */
  readonly comments: () => readonly Field[];
  readonly log: Log;
}

/**
 * Starting at login on Linux, by an entry in the user's autostart folder. Electron offers nothing there.
 * https://specifications.freedesktop.org/autostart-spec/latest/
 */
export function xdgAutostart({ program, home, comments, log }: XdgAutostartOptions): Autostart {
  const file = entryPath(program.env['XDG_CONFIG_HOME'], home);
  const { profile } = program;

  const wanted = (choice: Exclude<StartChoice, 'off'>): WantedEntry | null => {
    const command = startCommand(program, choice);
    const exec = execValue(command);
    if (exec === null || !canStand(profile ?? '')) return null;
    return { exec, program: command[0], profile, choice, comments: comments() };
  };
  const read = (): { readonly text: string; readonly state: AutostartState } | null => {
    try {
      // Whoever keeps settings elsewhere and links them here looks after this one too. A pipe is not even
      // opened: that would wait until somebody writes into it.
      const text = lstatSync(file).isFile() ? readFileSync(file, 'utf8') : '';
      return { text, state: entryState(text, profile, file) };
    } catch (error) {
      if (isMissing(error)) return null;
      return { text: '', state: { kind: 'foreign', file } };
    }
  };
  const attempt = (write: () => void): AutostartProblem | null => {
    try {
      write();
      return null;
    } catch (error) {
      log.warn('autostart: the entry could not be changed', { error: String(error) });
      return { kind: 'not-writable', file };
    }
  };

  return {
    apply(choice) {
      const present = read();
      if (present?.state.kind === 'foreign') return present.state;
      if (choice === 'off') {
        // The one of another profile was not meant.
        if (present === null || present.state.kind === 'other-profile') return null;
        return attempt(() => rmSync(file));
      }
      const entry = wanted(choice);
      if (entry === null) return { kind: 'odd-path' };
      const keeps = present?.state.kind === 'on';
      const text = keeps ? renewedEntry(present.text, entry) : autostartEntry(entry);
      if (text === present?.text) return null;
      return attempt(() => replacePrivateFile(file, text));
    },

    refresh(choice) {
      const present = read();
      if (present?.state.kind !== 'on' || choice === 'off') return;
      const entry = wanted(choice);
      if (entry === null) return;
      const text = renewedEntry(present.text, entry);
      if (text === present.text) return;
      attempt(() => replacePrivateFile(file, text));
    },

    state: () => read()?.state ?? { kind: 'off' },
    // The entry itself says how to start.
    startedAtLogin: () => false,
  };
}

/** A relative `XDG_CONFIG_HOME` is to be ignored. */
function entryPath(configHome: string | undefined, home: string): string {
  const folder =
    configHome !== undefined && isAbsolute(configHome) ? configHome : join(home, '.config');
  return join(folder, 'autostart', 'suzu.desktop');
}

/** Also where the folder is no folder: what is wrong with it shows when something is written there. */
function isMissing(error: unknown): boolean {
  if (!(error instanceof Error && 'code' in error)) return false;
  return error.code === 'ENOENT' || error.code === 'ENOTDIR';
}
