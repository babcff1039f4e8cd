import { bellBench } from './bell-bench.ts';
import { fakeApi, type SeenCall } from './fake-api.ts';
import { settle } from './fake-clock.ts';
import { goOnline } from './fake-misskey.ts';
import { rawNotification } from './samples.ts';
import { sourceBench } from './source-bench.ts';

const lost = { kind: 'closed', code: 1006 } as const;

/** Ids that sort in the order of their numbers. */
export const id = (n: number) => `n${String(n).padStart(4, '0')}`;
export const ids = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => id(from + index));

/** An account whose server keeps what the test pushes into `inbox`. */
export function feedBench(past: readonly string[] = [], around = bellBench()) {
  const inbox = past.map((one) => rawNotification(one));
  const api = fakeApi();
  const bench = sourceBench({ api, bench: around });
  const answer = ({ parameters: { sinceId, limit } }: SeenCall) =>
    typeof sinceId === 'string'
      ? inbox.filter((one) => String(one['id']) > sinceId).slice(0, Number(limit))
      : [...inbox].reverse().slice(0, Number(limit));
  api.answer('i/notifications', answer);
  return {
    ...bench,
    inbox,
    answer,
    shown: () => bench.told.toasts.map((toast) => toast.id.split('/').slice(1).join('/')),
    kept: () =>
      bench.history
        .newest(1_000)
        .map(({ notice }) => notice.sourceId)
        .reverse(),
    drop: () => bench.sockets.last.end(lost),
    /** The connection comes back; what was missed is looked for. */
    async back() {
      await bench.clock.advance(2_000);
      goOnline(bench.sockets.last);
      await settle();
    },
    /** It happens: kept by the server, and sent if anybody listens. */
    async happens(one: string, type: 'notification' | 'unreadNotification' = 'notification') {
      inbox.push(rawNotification(one));
      await bench.main(type, rawNotification(one));
    },
  };
}
