import type { AutostartState, StartChoice } from './autostart.ts';
import { composeEntry, type Field, readEntry, withFields } from './desktop-entry.ts';

/** What Suzu remembers in its entry, to tell later whether somebody else changed it. */
const ownExec = 'X-Suzu-Exec';
const ownProfile = 'X-Suzu-Profile';
const ownChoice = 'X-Suzu-Start';

/** What an entry is to say. */
export interface WantedEntry {
  /** As `execValue` makes it. */
  readonly exec: string;
  readonly program: string;
  /** The profile, absolute; null = the usual one. */
  readonly profile: string | null;
  readonly choice: Exclude<StartChoice, 'off'>;
  /** `Comment`, and `Comment[ja]` and so on. */
  readonly comments: readonly Field[];
}

/** The entry in `autostart/`, whole. */
export function autostartEntry(wanted: WantedEntry): string {
  return composeEntry([
    ['Type', 'Application'],
    ['Version', '1.0'],
    ['Name', 'Suzu'],
    ...wanted.comments,
    ['Icon', 'suzu'],
    ...startFields(wanted),
    ['Terminal', 'false'],
    ['StartupNotify', 'false'],
    ['X-GNOME-Autostart-enabled', 'true'],
  ]);
}

/** The entry with what starts Suzu renewed, and everything else that the user put there kept. */
export function renewedEntry(text: string, wanted: WantedEntry): string {
  return withFields(text, startFields(wanted));
}

function startFields({ exec, program, profile, choice }: WantedEntry): readonly Field[] {
  return [
    ['Exec', exec],
    // Without the program (it was removed) the desktop does not try.
    ['TryExec', program],
    [ownExec, exec],
    [ownProfile, profile ?? ''],
    [ownChoice, choice],
  ];
}

/** What the text of an entry comes to, for a profile. `file` is its path. */
export function entryState(text: string, profile: string | null, file: string): AutostartState {
  const fields = readEntry(text);
  const exec = fields?.get(ownExec);
  if (fields === null || exec === undefined || fields.get('Exec') !== exec) {
    return { kind: 'foreign', file };
  }
  const choice = fields.get(ownChoice);
  if (choice !== 'tray' && choice !== 'window') return { kind: 'foreign', file };
  if (fields.get(ownProfile) !== (profile ?? '')) return { kind: 'other-profile' };
  return isSwitchedOff(fields) ? { kind: 'disabled' } : { kind: 'on', choice };
}

/** `Hidden` is the standard's way; the others are what GNOME, Cinnamon and MATE write. */
function isSwitchedOff(fields: ReadonlyMap<string, string>): boolean {
  return (
    fields.get('Hidden')?.toLowerCase() === 'true' ||
    fields.get('X-GNOME-Autostart-enabled')?.toLowerCase() === 'false' ||
    fields.get('X-MATE-Autostart-enabled')?.toLowerCase() === 'false'
  );
}
