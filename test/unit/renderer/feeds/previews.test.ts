import { createRoot } from 'solid-js';
import { beforeEach, describe, expect, test } from 'vitest';
import type {
  CallAnswer,
  EventPreview,
  FeedEventView,
  NoticeRule,
  RulePreview,
  SamplePreview,
} from '../../../../src-main/ipc/contract.ts';
import {
  createRulePreviews,
  type RulePreviews,
} from '../../../../src-renderer/feeds/words/previews.ts';
import { event, rule } from './samples.ts';

/** A question of the previews that waits for its answer. */
interface Asked<Data> {
  readonly rule: NoticeRule | null;
  readonly answer: (answer: CallAnswer<Data>) => Promise<void>;
}

let rules: Asked<readonly EventPreview[]>[];
let samples: Asked<SamplePreview>[];
let waiting: { readonly act: () => void; readonly delay: number }[];
let written: NoticeRule | null;
let events: readonly FeedEventView[];
let previews: RulePreviews;

const says = (title: string): RulePreview => ({
  kind: 'notice',
  title,
  body: '',
  link: '',
  icon: '',
  key: '',
  group: '',
  urgency: 'normal',
});
const told = (...titles: readonly (readonly [number, string])[]) =>
  ({ ok: true, data: titles.map(([n, title]) => ({ n, preview: says(title) })) }) as const;
const title = () => {
  const preview = previews.preview();
  return preview?.kind === 'notice' ? preview.title : null;
};
/** The reader stops typing. */
const pauseTyping = () => {
  for (const { act } of waiting.splice(0)) act();
};
/** The reader has stopped typing, and is answered. */
const answerNow = async (...titles: readonly (readonly [number, string])[]) => {
  previews.changed();
  pauseTyping();
  await rules.at(-1)?.answer(told(...titles));
};

function askedInto<Data>(list: Asked<Data>[]) {
  return (wanted: NoticeRule | null) =>
    new Promise<CallAnswer<Data>>((resolve) => {
      list.push({
        rule: wanted,
        answer: async (answer) => {
          resolve(answer);
          await new Promise(setImmediate);
        },
      });
    });
}

beforeEach(() => {
  rules = [];
  samples = [];
  waiting = [];
  written = rule;
  events = [event(2), event(1)];
  previews = createRoot(() =>
    createRulePreviews({
      rule: () => written,
      events: () => events,
      sample: () => ({ name: '', text: '{}' }),
      tryRule: askedInto(rules),
      trySample: askedInto(samples),
      later: (act, delay) => {
        const entry = { act, delay };
        waiting.push(entry);
        return () => {
          waiting = waiting.filter((other) => other !== entry);
        };
      },
    }),
  );
});

test('it is tried at once the first time, and later only once the reader pauses', async () => {
  await answerNow([2, 'a']);
  expect(title()).toBe('a');
  previews.changed();
  previews.changed();
  expect(waiting.map(({ delay }) => delay)).toEqual([150]);
});

test('of the events that came the newest is tried, until the reader chooses another', async () => {
  await answerNow([2, 'newest'], [1, 'older']);
  expect(title()).toBe('newest');
  previews.step(1);
  expect(title()).toBe('older');
  expect(previews.tried()).toMatchObject({ kind: 'seen', position: 1 });
  previews.step(1);
  expect(previews.chosen()).toBe(1);
  previews.step(-1);
  expect(title()).toBe('newest');
});

test('an event that has just come shows what was shown before, until it was tried itself', async () => {
  await answerNow([2, 'before'], [1, 'older']);
  events = [event(3), ...events];
  expect(title()).toBe('before');
  await answerNow([3, 'after']);
  expect(title()).toBe('after');
});

test('a chosen event that is gone makes room for the newest', async () => {
  previews.choose(1);
  events = [event(3)];
  await answerNow([3, 'newest']);
  expect(title()).toBe('newest');
});

test('where nobody writes a rule, what the preset makes of the events is shown, and of no sample', async () => {
  written = null;
  await answerNow([2, 'as the preset says']);
  expect(rules.map(({ rule: tried }) => tried)).toEqual([null]);
  expect(title()).toBe('as the preset says');
  events = [];
  previews.changed();
  pauseTyping();
  expect(samples).toEqual([]);
});

test('an answer to what was typed before is thrown away', async () => {
  previews.changed();
  pauseTyping();
  previews.changed();
  pauseTyping();
  await rules[1]?.answer(told([2, 'new']));
  await rules[0]?.answer(told([2, 'old']));
  expect(title()).toBe('new');
});

test('nothing is asked once nobody looks', () => {
  previews.changed();
  previews.stop();
  pauseTyping();
  expect(rules).toEqual([]);
});

test('a failure is told, until it works again', async () => {
  await answerNow([2, 'a']);
  previews.changed();
  pauseTyping();
  await rules.at(-1)?.answer({ ok: false, error: '' });
  expect(previews.isFailed()).toBe(true);
  expect(title()).toBe('a');
  await answerNow([2, 'b']);
  expect(previews.isFailed()).toBe(false);
});

describe('without events', () => {
  test('the sample is tried, and gives its fields', async () => {
    events = [];
    previews.changed();
    pauseTyping();
    await samples[0]?.answer({
      ok: true,
      data: { fields: [{ path: 'title', value: 'x' }], preview: says('sample') },
    });
    expect(title()).toBe('sample');
    expect(previews.tried()).toEqual({
      kind: 'sample',
      fields: [{ path: 'title', value: 'x' }],
    });
    expect(rules).toEqual([]);
  });
});
