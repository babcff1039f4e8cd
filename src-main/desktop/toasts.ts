import { type NativeImage, Notification } from 'electron';
import type { ToastResult } from '../engine/notices/bell.ts';
import type { Clock } from '../engine/streaming/clock.ts';

export function createToasts({ clock }: { clock: Clock }) {
  const live = new Map<string, Notification>();
  let tell: (result: ToastResult) => void = () => {};
  return {
    onResult(listener: (result: ToastResult) => void) { tell = listener; },
    show({ id, title, body, icon }: { id: string; title: string; body: string; icon: NativeImage | null }) {
      const n = new Notification({ title, body, ...(icon ? { icon } : {}) });
      live.set(id, n);
      n.on('show', () => tell({ id, result: 'shown' }));
      n.on('click', () => { live.delete(id); tell({ id, result: 'clicked' }); });
      n.on('close', () => { if (live.delete(id)) tell({ id, result: 'closed' }); });
      n.on('failed', (_e, error) => { live.delete(id); tell({ id, result: 'failed', reason: error }); });
      n.show();
      clock.now();
    },
    close(id: string) { live.get(id)?.close(); },
  };
}
