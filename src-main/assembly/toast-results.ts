import type { Diagnostics } from '../desktop/diagnostics/diagnostics.ts';
import type { ToastResult } from '../desktop/toasts/toast.ts';
import { bellResult } from '../desktop/toasts/toast-result.ts';
import type { Bell } from '../engine/notices/bell.ts';
import type { OpenTarget } from '../ipc/commands/open-commands.ts';
import type { ToastAnswerer } from '../ipc/toast-answerer.ts';

/** Who may have raised a toast, and who carries out what was pressed on it. */
export interface ToastResultListeners {
  readonly diagnostics: Pick<Diagnostics, 'onToastResult'>;
  readonly answerer: Pick<ToastAnswerer, 'onResult' | 'answer'>;
  readonly bell: Pick<Bell, 'onToastResult'>;
  readonly openTarget: OpenTarget;
}

/** Tells what became of a toast to whoever raised it, and does what its reader asked for. */
export function passToastResult(result: ToastResult, listeners: ToastResultListeners): void {
  const { diagnostics, answerer, bell, openTarget } = listeners;
  if (diagnostics.onToastResult(result)) return;
  if (answerer.onResult(result)) return;
  const toast = bell.onToastResult(bellResult(result));
  if (toast === null) return;
  switch (result.result) {
    case 'clicked':
      openTarget(toast.accountId, toast.target);
      break;
    case 'action':
      void answerer.answer(toast.id, { kind: 'pressed', actionId: result.actionId });
      break;
    case 'replied':
      void answerer.answer(toast.id, { kind: 'typed', text: result.text });
      break;
  }
}
