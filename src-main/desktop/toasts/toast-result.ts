import type { ToastResult as BellResult } from '../../engine/notices/bell.ts';
import type { ToastResult } from './toast.ts';

/**
 * What the bell is told of a result: a pressed button and a typed answer are clicks, with what was
 * pressed as the reason. What was typed stays out: the bell's words end in the trace.
 */
export function bellResult(result: ToastResult): BellResult {
  if (result.result === 'action') {
    return { id: result.id, result: 'clicked', reason: result.actionId };
  }
  return result.result === 'replied'
    ? { id: result.id, result: 'clicked', reason: 'reply' }
    : result;
}
