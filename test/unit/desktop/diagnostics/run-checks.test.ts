import { expect, test } from 'vitest';
import type { Check } from '../../../../src-main/desktop/diagnostics/check.ts';
import { Diagnostics, testToastId } from '../../../../src-main/desktop/diagnostics/diagnostics.ts';
import { messagesIn } from '../../../../src-main/engine/messages/index.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { memoryLog } from '../../../support/memory-log.ts';

const en = messagesIn('en');

function check(id: string, run: Check['run']): Check {
  return { id, group: 'desktop', title: () => id, run };
}

function bench(checks: readonly Check[]) {
  const clock = manualClock();
  const log = memoryLog();
  let changes = 0;
  const diagnostics = new Diagnostics({
    clock,
    log,
    checks: () => checks,
    facts: () => [{ label: () => 'Version', value: () => '1' }],
    onChange: () => {
      changes += 1;
    },
  });
  const states = () =>
    Object.fromEntries(
      (diagnostics.view(en, 'en')?.checks ?? []).map(({ id, state }) => [id, state]),
    );
  return { clock, log, diagnostics, states, changes: () => changes };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

test('results come one by one, and nothing is there before anybody looks', async () => {
  let answer = (): void => {};
  const slow = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const { clock, diagnostics, states } = bench([
    check('quick', () => ({ state: 'works', say: () => 'Fine' })),
    check('slow', async () => {
      await slow;
      return { state: 'attention', say: () => 'Odd', advise: () => 'Mend it' };
    }),
  ]);
  expect(diagnostics.view(en, 'en')).toBeNull();
  const run = diagnostics.run();
  expect(states()).toEqual({ quick: 'checking', slow: 'checking' });
  await settled();
  expect(states()).toEqual({ quick: 'works', slow: 'checking' });
  expect(diagnostics.view(en, 'en')?.running).toBe(true);
  answer();
  await run;
  expect(diagnostics.view(en, 'en')).toMatchObject({
    running: false,
    checks: [
      { text: 'Fine', advice: null },
      { text: 'Odd', advice: 'Mend it' },
    ],
    facts: [{ label: 'Version', value: '1' }],
  });
  expect(clock.pending).toBe(0);
});

test('a check that throws, at once or later, is one that fails; the log says why', async () => {
  const { diagnostics, states, log } = bench([
    check('at-once', () => {
      throw new Error('one');
    }),
    check('later', () => Promise.reject(new Error('two'))),
  ]);
  await diagnostics.run();
  expect(states()).toEqual({ 'at-once': 'fails', later: 'fails' });
  expect(log.lines.map(({ fields }) => fields['check'])).toEqual(['at-once', 'later']);
});

test('a check that never answers ends with its time', async () => {
  const { clock, diagnostics, states } = bench([check('hangs', () => new Promise(() => {}))]);
  const run = diagnostics.run();
  clock.advance(11_999);
  await settled();
  expect(states()).toEqual({ hangs: 'checking' });
  clock.advance(1);
  await run;
  expect(states()).toEqual({ hangs: 'fails' });
  expect(diagnostics.view(en, 'en')?.checks[0]?.text).toBe(en.diagnostics.timedOut);
  expect(clock.pending).toBe(0);
});

test('not more than six are asked at once', async () => {
  let asked = 0;
  const { diagnostics, clock } = bench(
    Array.from({ length: 10 }, (_, n) =>
      check(String(n), () => {
        asked += 1;
        return new Promise(() => {});
      }),
    ),
  );
  const run = diagnostics.run();
  await settled();
  expect(asked).toBe(6);
  clock.advance(12_000);
  await settled();
  expect(asked).toBe(10);
  clock.advance(12_000);
  await run;
});

test('asking again while it looks joins that run; afterwards everything is looked at anew', async () => {
  let runs = 0;
  const { diagnostics } = bench([
    check('counted', () => {
      runs += 1;
      return { state: 'works', say: () => '' };
    }),
  ]);
  await Promise.all([diagnostics.run(), diagnostics.run()]);
  expect(runs).toBe(1);
  await diagnostics.run();
  expect(runs).toBe(2);
});

test('results are worded in the language that is asked for', async () => {
  const { diagnostics } = bench([
    check('tray', () => ({ state: 'works', say: (m) => m.diagnostics.tray.works })),
  ]);
  await diagnostics.run();
  for (const locale of ['en', 'ja', 'ko', 'zh-CN'] as const) {
    const messages = messagesIn(locale);
    expect(diagnostics.view(messages, locale)?.checks[0]?.text).toBe(
      messages.diagnostics.tray.works,
    );
  }
});

test('tells what becomes of the test toast, and leaves all others alone', async () => {
  const { diagnostics, changes } = bench([]);
  await diagnostics.run();
  const told = () => diagnostics.view(en, 'en')?.testToast;
  const { test: words } = en.diagnostics;
  expect(told()).toBeNull();
  diagnostics.testToastSent();
  expect(told()).toBe(words.sent);
  const before = changes();
  expect(diagnostics.onToastResult({ id: 'another', result: 'shown' })).toBe(false);
  expect(changes()).toBe(before);
  for (const result of ['shown', 'clicked', 'closed'] as const) {
    expect(diagnostics.onToastResult({ id: testToastId, result })).toBe(true);
    expect(told()).toBe(words[result]);
  }
  diagnostics.onToastResult({ id: testToastId, result: 'failed', reason: 'no-service' });
  expect(told()).toBe(words.failed('no-service'));
});
