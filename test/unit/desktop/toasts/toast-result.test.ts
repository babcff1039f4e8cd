import { expect, test } from 'vitest';
import { bellResult } from '../../../../src-main/desktop/toasts/toast-result.ts';

test('a pressed button is a click for the reason of its action', () => {
  expect(bellResult({ id: 'n', result: 'action', actionId: 'react' })).toEqual({
    id: 'n',
    result: 'clicked',
    reason: 'react',
  });
});

test('a typed answer is a click to reply, without its words', () => {
  const told = bellResult({ id: 'n', result: 'replied', text: 'secret' });
  expect(told).toEqual({ id: 'n', result: 'clicked', reason: 'reply' });
});

test.each([
  { id: 'n', result: 'shown' } as const,
  { id: 'n', result: 'clicked' } as const,
  { id: 'n', result: 'closed' } as const,
  { id: 'n', result: 'failed', reason: 'refused' } as const,
])('%j is as it is', (result) => {
  expect(bellResult(result)).toEqual(result);
});
