import { describe, expect, test } from 'vitest';
import {
  keptChoices,
  startingChoices,
  withPinned,
  withRecent,
} from '../../../../../src-main/engine/misskey/notes/emoji-choices.ts';

const sent = (...reactions: readonly string[]) =>
  reactions.reduce(withRecent, startingChoices).recent;

describe('recent emojis', () => {
  test('are the last that were sent, newest first, each once', () => {
    expect(sent('👍', ':blob:', '🎉', '👍')).toEqual(['👍', '🎉', ':blob:']);
  });

  test('are one however they are spelled, as they were sent last', () => {
    expect(sent(':blob:', ':blob@.:')).toEqual([':blob:']);
    expect(sent('❤️', '❤')).toEqual(['❤']);
  });

  test('are no more than a picker shows', () => {
    const many = Array.from({ length: 100 }, (_, n) => `:emoji${n}:`);
    expect(sent(...many)).toEqual(many.slice(-32).reverse());
  });

  test.each(['', ':far@far.example:', ':broken', ':a b:', 'x'.repeat(300)])(
    '%j cannot be sent again',
    (reaction) => {
      expect(sent('👍', reaction)).toEqual(['👍']);
    },
  );
});

describe('pinned emojis', () => {
  test('begin with those of Misskey', () => {
    expect(startingChoices.pinned).toEqual([
      '👍',
      '❤️',
      '😆',
      '🤔',
      '😮',
      '🎉',
      '💢',
      '😥',
      '😇',
      '🍮',
    ]);
  });

  test('stand in their order, each once', () => {
    expect(withPinned(startingChoices, ['🎉', ':blob@.:', '🎉', ':blob:']).pinned).toEqual([
      '🎉',
      ':blob:',
    ]);
    expect(withPinned(startingChoices, []).pinned).toEqual([]);
  });
});

test('what was kept is read as if it was chosen anew', () => {
  const many = Array.from({ length: 100 }, (_, n) => `:emoji${n}:`);
  const { recent, pinned } = keptChoices({
    recent: ['👍', '👍', ...many],
    pinned: [':x@y.z:', '🎉'],
  });
  expect(recent).toEqual(['👍', ...many.slice(0, 31)]);
  expect(pinned).toEqual(['🎉']);
});
