import type { Messages } from '../../engine/messages/index.ts';
import type { Settings } from '../../engine/settings/settings.ts';
import type { CallAnswer, DesktopView } from '../../ipc/contract.ts';
import type { AutostartProblem, AutostartState } from '../autostart/autostart.ts';
import type { Exported, Imported } from '../settings-transfer.ts';
import type { ShortcutProblem } from '../shortcuts/global-shortcuts.ts';

/** Why a choice of how to start could not be carried out, as a sentence. */
export function wordAutostartProblem(
  problem: AutostartProblem | { readonly kind: 'demo' },
  { entry: { autostart } }: Messages,
): string {
  switch (problem.kind) {
    case 'foreign':
    case 'not-writable':
      return autostart[problem.kind](problem.file);
    default:
      return autostart[problem.kind];
  }
}

/** How Suzu starts at login as the system has it, with what the user should know of it. */
export function startAtLoginView(
  state: AutostartState,
  chosen: Settings['startAtLogin'],
  { entry: { autostart } }: Messages,
): DesktopView['startAtLogin'] {
  const wanted = chosen === 'unasked' ? 'off' : chosen;
  switch (state.kind) {
    case 'on':
      return { choice: state.choice, note: null };
    case 'off':
      return { choice: 'off', note: wanted === 'off' ? null : autostart.missing };
    case 'foreign':
      return { choice: wanted, note: autostart.foreign(state.file) };
    case 'needs-approval':
      return { choice: wanted, note: autostart['needs-approval'] };
    case 'disabled':
      return { choice: 'off', note: wanted === 'off' ? null : autostart.disabled };
    case 'other-profile':
      return { choice: 'off', note: autostart['other-profile'] };
  }
}

/** Why a shortcut does not work, as a sentence. */
export function wordShortcutProblem(
  problem: ShortcutProblem,
  accelerator: string,
  { entry: { shortcut } }: Messages,
): string {
  return shortcut[problem](spokenKeys(accelerator));
}

/** The keys of a shortcut as most keyboards have them printed. */
export function spokenKeys(accelerator: string): string {
  return accelerator.replace(/CommandOrControl|Control/, 'Ctrl');
}

/** How an export ended, as the window is told. */
export function exportAnswer(
  result: Exported,
  { entry: { exchange } }: Messages,
): CallAnswer<string | null> {
  switch (result.kind) {
    case 'cancelled':
      return { ok: true, data: null };
    case 'exported':
      return { ok: true, data: exchange.exported(result.file) };
    case 'not-written':
      return { ok: false, error: exchange.notWritten(result.file) };
  }
}

/** How an import ended, as the window is told. */
export function importAnswer(
  result: Imported,
  { entry: { exchange } }: Messages,
): CallAnswer<string | null> {
  switch (result.kind) {
    case 'cancelled':
      return { ok: true, data: null };
    case 'imported':
      return {
        ok: true,
        data: [
          result.missing.length === 0
            ? exchange.imported
            : exchange.importedWithout(result.missing.join(', ')),
          ...(result.feedsOff === 0 ? [] : [exchange.feedsOff(result.feedsOff)]),
        ].join(' '),
      };
    case 'not-read':
      return { ok: false, error: exchange.notRead(result.file) };
    case 'not-ours':
      return { ok: false, error: exchange.notOurs(result.file) };
    case 'newer':
      return { ok: false, error: exchange.newer(result.file) };
    case 'wrong-field':
      return { ok: false, error: exchange.wrongField(result.field) };
  }
}
