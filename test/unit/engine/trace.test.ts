import { describe, expect, test } from 'vitest';
import { lineTrace, type TraceEvent } from '../../../src-main/engine/trace.ts';

function written(event: TraceEvent): string {
  const lines: string[] = [];
  lineTrace(
    (line) => lines.push(line),
    () => 1234.5,
  )(event);
  return lines.join('');
}

describe('the lines that scripts and checks rely on', () => {
  const cases: [TraceEvent, string][] = [
    [
      { at: 'stream', account: 'alice@example.social', state: 'online' },
      '{"t":1234.5,"at":"stream","account":"alice@example.social","state":"online"}\n',
    ],
    [
      { at: 'stream', account: 'a', state: 'refused', reason: 'token-invalid' },
      '{"t":1234.5,"at":"stream","account":"a","state":"refused","reason":"token-invalid"}\n',
    ],
    [
      { at: 'notice', account: 'a', id: 'a/n1', type: 'reaction' },
      '{"t":1234.5,"at":"notice","account":"a","id":"a/n1","type":"reaction"}\n',
    ],
    [
      { at: 'decision', id: 'a/n1', decision: 'suppressed', reason: 'too-old' },
      '{"t":1234.5,"at":"decision","id":"a/n1","decision":"suppressed","reason":"too-old"}\n',
    ],
    [
      { at: 'toast', id: 'a/n1', result: 'failed', title: 'T', body: 'B', reason: 'no service' },
      '{"t":1234.5,"at":"toast","id":"a/n1","result":"failed","title":"T","body":"B","reason":"no service"}\n',
    ],
    [
      { at: 'timeline', account: 'a', timeline: 'home', change: 'insert', note: 'n' },
      '{"t":1234.5,"at":"timeline","account":"a","timeline":"home","change":"insert","note":"n"}\n',
    ],
  ];

  test.each(cases)('%j', (event, line) => {
    expect(written(event)).toBe(line);
  });

  test('what would break a line in two is escaped', () => {
    const line = written({
      at: 'toast',
      id: 'x',
      result: 'shown',
      title: 'a\nb\u2028c',
      body: '"',
    });
    expect(line.split('\n')).toHaveLength(2);
    expect(JSON.parse(line)).toMatchObject({ title: 'a\nb\u2028c', body: '"' });
  });
});
