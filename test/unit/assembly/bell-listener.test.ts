import { expect, test } from 'vitest';
import { bellListener } from '../../../src-main/assembly/bell-listener.ts';
import type { BellListener } from '../../../src-main/engine/notices/bell.ts';
import { bellBench } from '../../support/bell-bench.ts';
import { aNotice } from '../../support/samples.ts';

/** What is called, in its order, when the bell tells this. */
function callsFor(tell: (listener: BellListener) => void): readonly string[] {
  const calls: string[] = [];
  const told = (name: string) => () => void calls.push(name);
  tell(
    bellListener({
      raiser: () => ({ raise: told('raise'), close: told('close') }),
      feed: () => ({
        noticeInserted: told('inserted'),
        noticeUpdated: told('updated'),
        noticesReset: told('reset'),
        pauseChanged: told('pause'),
      }),
      updateTray: told('tray'),
      keepPause: (until) => void calls.push(`kept until ${until}`),
      tellRead: (accountId) => void calls.push(`read ${accountId}`),
    }),
  );
  return calls;
}

/** A notice that rang, and the toast that it became. */
function rung() {
  const { bell, history, told } = bellBench();
  bell.ring(aNotice('1'), true);
  const [entry] = history.newest();
  const [toast] = told.toasts;
  if (entry === undefined || toast === undefined) throw new Error('the notice did not ring');
  return { entry, toast };
}

test('what changes the number of unread notices changes the window and the tray', () => {
  const { entry } = rung();
  expect(callsFor((listener) => listener.onInsert(entry))).toEqual(['inserted', 'tray']);
  expect(callsFor((listener) => listener.onUpdate(entry))).toEqual(['updated', 'tray']);
  expect(callsFor((listener) => listener.onReset())).toEqual(['reset', 'tray']);
});

test('a pause is kept before it is shown', () => {
  expect(callsFor((listener) => listener.onPause(5))).toEqual(['kept until 5', 'pause', 'tray']);
  expect(callsFor((listener) => listener.onPause(null))).toEqual([
    'kept until null',
    'pause',
    'tray',
  ]);
});

test('toasts come and go, and the server learns what was read', () => {
  const { toast } = rung();
  expect(callsFor((listener) => listener.onToast(toast))).toEqual(['raise']);
  expect(callsFor((listener) => listener.onCloseToast('1'))).toEqual(['close']);
  expect(callsFor((listener) => listener.onAllReadHere('alice@example.social'))).toEqual([
    'read alice@example.social',
  ]);
});
