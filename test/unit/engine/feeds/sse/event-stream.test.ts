import { describe, expect, test } from 'vitest';
import {
  createEventStream,
  largestBlock,
  longestRetry,
} from '../../../../../src-main/engine/feeds/sse/event-stream.ts';

/** What a stream dispatches: the event's name, its data, and the last event id by then. */
type Dispatched = readonly [name: string, text: string, lastId?: string];

interface Case {
  readonly stream: string | Uint8Array;
  readonly events: readonly Dispatched[];
  /** The last event id at the end; left out = the last event's, or none. */
  readonly lastId?: string;
  readonly retry?: number | null;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const joined = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => [...(typeof part === 'string' ? bytesOf(part) : part)]));

function readAll(pieces: Iterable<Uint8Array>) {
  const stream = createEventStream();
  const events: Dispatched[] = [];
  let lastId = '';
  for (const piece of pieces) {
    for (const { id, event } of stream.read(piece)) {
      lastId = id ?? lastId;
      if (event !== null) events.push([event.name, event.text, lastId]);
    }
  }
  return { events, lastId, retry: stream.retryMs };
}

/** The examples that the HTML standard gives in “Server-sent events”, in its order. */
const examples: Readonly<Record<string, Case>> = {
  'three messages, the second of two lines': {
    stream: `data: This is the first message.

data: This is the second message, it
data: has two lines.

data: This is the third message.

`,
    events: [
      ['message', 'This is the first message.'],
      ['message', 'This is the second message, it\nhas two lines.'],
      ['message', 'This is the third message.'],
    ],
  },
  'two types of events': {
    stream: `event: add
data: 73857293

event: remove
data: 2153

event: add
data: 113411

`,
    events: [
      ['add', '73857293'],
      ['remove', '2153'],
      ['add', '113411'],
    ],
  },
  'one event of three lines': {
    stream: 'data: YHOO\ndata: +2\ndata: 10\n\n',
    events: [['message', 'YHOO\n+2\n10']],
  },
  'four blocks: a comment, an id, an id without a value, and two spaces': {
    stream: `: test stream

data: first event
id: 1

data:second event
id

data:  third event

`,
    events: [
      ['message', 'first event', '1'],
      ['message', 'second event', ''],
      ['message', ' third event', ''],
    ],
  },
  'the same, without the blank line that the last block needs': {
    stream: `: test stream

data: first event
id: 1

data:second event
id

data:  third event`,
    events: [
      ['message', 'first event', '1'],
      ['message', 'second event', ''],
    ],
  },
  'empty data, a line end alone, and a block that never ends': {
    stream: 'data\n\ndata\ndata\n\ndata:',
    events: [
      ['message', ''],
      ['message', '\n'],
    ],
  },
  'two identical events, for one space after the colon does not count': {
    stream: 'data:test\n\ndata: test\n\n',
    events: [
      ['message', 'test'],
      ['message', 'test'],
    ],
  },
};

/** Every rule of “Parsing” and “Interpreting an event stream”. */
const rules: Readonly<Record<string, Case>> = {
  'nothing at all': { stream: '', events: [] },
  'blank lines alone': { stream: '\n\r\n\r\n\n\r\r', events: [] },

  // Ends of lines.
  LF: { stream: 'data: a\ndata: b\n\n', events: [['message', 'a\nb']] },
  CR: { stream: 'data: a\rdata: b\r\r', events: [['message', 'a\nb']] },
  CRLF: { stream: 'data: a\r\ndata: b\r\n\r\n', events: [['message', 'a\nb']] },
  'all ends of lines mixed': {
    stream: 'data: a\rdata: b\r\ndata: c\n\r\ndata: d\n\rdata: e\r\n\ndata: f\r\r\ndata: g\n\n',
    events: [
      ['message', 'a\nb\nc'],
      ['message', 'd'],
      ['message', 'e'],
      ['message', 'f'],
      ['message', 'g'],
    ],
  },
  'no other character ends a line': {
    stream: 'data: a\u0085b\u2028c\u2029d\v\f\n\n',
    events: [['message', 'a\u0085b\u2028c\u2029d\v\f']],
  },
  'CR at the very end': { stream: 'data: a\r\r', events: [['message', 'a']] },
  'CRLF after CR at the end of a skipped line': {
    stream: 'nonsense\r\ndata: a\r\n\r\n',
    events: [['message', 'a']],
  },

  // The byte order mark.
  'a BOM': { stream: '\uFEFFdata: a\n\n', events: [['message', 'a']] },
  'of two BOMs the second begins a field of another name': {
    stream: '\uFEFF\uFEFFdata: a\n\ndata: b\n\n',
    events: [['message', 'b']],
  },
  'a BOM further down': {
    stream: 'data: a\n\n\uFEFFdata: b\n\ndata: \uFEFFc\n\n',
    events: [
      ['message', 'a'],
      ['message', '\uFEFFc'],
    ],
  },
  'three characters that look like the bytes of a BOM': {
    stream: '\u00EF\u00BB\u00BFdata: a\n\ndata: b\n\n',
    events: [['message', 'b']],
  },
  'a BOM before such three characters': {
    stream: '\uFEFF\u00EF\u00BB\u00BFdata: a\n\n',
    events: [],
  },
  'half a BOM': {
    stream: joined([0xef, 0xbb], 'data: a\n\ndata: b\n\n'),
    events: [['message', 'b']],
  },
  'a BOM alone': { stream: '\uFEFF', events: [] },

  // UTF-8, always.
  'text of one to four bytes a character': {
    stream: 'data: aé鈴🔔\n\n',
    events: [['message', 'aé鈴🔔']],
  },
  'bytes that are no UTF-8': {
    stream: joined('data: ', [0xff, 0xfe, 0xc0, 0xaf], 'x\n\n'),
    events: [['message', '\uFFFD\uFFFD\uFFFD\uFFFDx']],
  },
  'a character that is cut short': {
    stream: joined('data: ', [0xf0, 0x9f, 0x94], '\ndata: ', [0xe9, 0x88], 'x\n\n'),
    events: [['message', '\uFFFD\n\uFFFDx']],
  },
  'a surrogate in UTF-8': {
    stream: joined('data: ', [0xed, 0xa0, 0x80], '\n\n'),
    events: [['message', '\uFFFD\uFFFD\uFFFD']],
  },
  'Latin-1': { stream: joined('data: caf', [0xe9], '\n\n'), events: [['message', 'caf\uFFFD']] },

  // Comments.
  'a comment': { stream: ': nothing\n\n', events: [] },
  'a comment of a colon alone': { stream: ':\n\n:\n\n', events: [] },
  'a comment within an event': {
    stream: 'data: a\n: data: x\n:data: y\ndata: b\n\n',
    events: [['message', 'a\nb']],
  },
  'a long comment': { stream: `:${'x'.repeat(2_000)}\ndata: a\n\n`, events: [['message', 'a']] },

  // Fields.
  'only the first colon parts name and value': {
    stream: 'data: a: b:c\n\n',
    events: [['message', 'a: b:c']],
  },
  'one space is taken, and no tab': {
    stream: 'data:a\ndata: a\ndata:  a\ndata:\ta\ndata: \n\n',
    events: [['message', 'a\na\n a\n\ta\n']],
  },
  'spaces at the end stay': { stream: 'data: a  \n\n', events: [['message', 'a  ']] },
  'a space before the colon belongs to the name': { stream: 'data : a\n\n', events: [] },
  'a space before the name belongs to it': { stream: ' data: a\n\n', events: [] },
  'a line without a colon is a name without a value': {
    stream: 'data\nid\nevent\nretry\n\n',
    events: [['message', '']],
    retry: null,
  },
  'names are told apart by case': {
    stream: 'Data: a\nDATA: b\nEvent: x\nID: 1\nRetry: 1\ndata: c\n\n',
    events: [['message', 'c']],
    retry: null,
  },
  'fields that nobody knows': {
    stream: 'dat: a\ndatax: a\nda\nunknown: x\nunknown\ndata: b\nidx: 1\neventx: e\nretryx: 5\n\n',
    events: [['message', 'b']],
    retry: null,
  },

  // data
  'empty data is an event': { stream: 'data:\n\n', events: [['message', '']] },
  'one line end is taken off the data': {
    stream: 'data:\ndata:\ndata:\n\n',
    events: [['message', '\n\n']],
  },
  'data with NUL': { stream: 'data: a\0b\n\n', events: [['message', 'a\0b']] },
  'no data, no event': { stream: 'event: a\n\ndata: b\n\n', events: [['message', 'b']] },

  // event
  'a name holds for one event': {
    stream: 'event: a\ndata: 1\n\ndata: 2\n\n',
    events: [
      ['a', '1'],
      ['message', '2'],
    ],
  },
  'the last name counts': { stream: 'event: a\nevent: b\ndata\n\n', events: [['b', '']] },
  'a name after the data': { stream: 'data: 1\nevent: a\n\n', events: [['a', '1']] },
  'an empty name is none': {
    stream: 'event: a\nevent:\ndata: 1\n\nevent: \ndata: 2\n\nevent: a\nevent\ndata: 3\n\n',
    events: [
      ['message', '1'],
      ['message', '2'],
      ['message', '3'],
    ],
  },
  'a name with spaces and signs': {
    stream: 'event:  a: b \ndata\n\n',
    events: [[' a: b ', '']],
  },
  'names that mean something to objects': {
    stream: 'event: __proto__\ndata: 1\n\nevent: constructor\ndata: 2\n\n',
    events: [
      ['__proto__', '1'],
      ['constructor', '2'],
    ],
  },
  'error and open are names like others': {
    stream: 'event: error\ndata: 1\n\nevent: open\ndata: 2\n\n',
    events: [
      ['error', '1'],
      ['open', '2'],
    ],
  },

  // id
  'an id stays until there is another': {
    stream: 'id: 1\ndata: a\n\ndata: b\n\nid: 2\ndata: c\n\n',
    events: [
      ['message', 'a', '1'],
      ['message', 'b', '1'],
      ['message', 'c', '2'],
    ],
  },
  'an id without data': {
    stream: 'data: a\n\nid: 7\n\n',
    events: [['message', 'a', '']],
    lastId: '7',
  },
  'an id without data, and then an event': {
    stream: 'id: 7\n\ndata: a\n\n',
    events: [['message', 'a', '7']],
  },
  'an id after the data': { stream: 'data: a\nid: 1\n\n', events: [['message', 'a', '1']] },
  'an id of a block that never ends': {
    stream: 'id: 1\ndata: a\n\nid: 2\ndata: b\n',
    events: [['message', 'a', '1']],
    lastId: '1',
  },
  'the last id counts': { stream: 'id: 1\nid: 2\ndata\n\n', events: [['message', '', '2']] },
  'an id with NUL is ignored': {
    stream: 'id: 1\ndata: a\n\nid: 2\0\ndata: b\n\nid: \0\n\ndata: c\n\n',
    events: [
      ['message', 'a', '1'],
      ['message', 'b', '1'],
      ['message', 'c', '1'],
    ],
  },
  'one with NUL leaves the id before it': {
    stream: 'id: 1\nid: 2\0\ndata: a\n\n',
    events: [['message', 'a', '1']],
  },
  'an empty id takes it back': {
    stream: 'id: 1\ndata: a\n\nid:\ndata: b\n\ndata: c\n\n',
    events: [
      ['message', 'a', '1'],
      ['message', 'b', ''],
      ['message', 'c', ''],
    ],
  },
  'an id of any letters': { stream: 'id:  鈴 \ndata\n\n', events: [['message', '', ' 鈴 ']] },

  // retry
  'retry of digits': { stream: 'retry: 2500\n', events: [], retry: 2_500 },
  'retry in a line that does not end': {
    stream: 'retry:3000',
    events: [],
    retry: null,
  },
  'the last retry counts': { stream: 'retry: 1\n\nretry: 2\n\n', events: [], retry: 2 },
  'retry with leading zeros is in base ten': { stream: 'retry: 010\n', events: [], retry: 10 },
  'retry: 0': { stream: 'retry: 0\n', events: [], retry: 0 },
  'an absurd retry is bounded': {
    stream: `retry: ${'9'.repeat(400)}\n`,
    events: [],
    retry: longestRetry,
  },
  ...Object.fromEntries(
    ['-1', '+1', '1.5', '1e3', '1000x', 'x', '0x10', '', ' 5', '5 ', '٣', 'Infinity'].map(
      (value) => [
        `retry “${value}” is ignored`,
        { stream: `retry: 400\nretry: ${value}\ndata\n\n`, events: [['message', '']], retry: 400 },
      ],
    ),
  ),

  // The end.
  'an event without its blank line is discarded': {
    stream: 'data: a\n\ndata: b\n',
    events: [['message', 'a']],
  },
  'a line without its end is discarded': {
    stream: 'data: a\n\ndata: b',
    events: [['message', 'a']],
  },
  'bytes of half a character at the end': {
    stream: joined('data: a\n\ndata: ', [0xf0, 0x9f]),
    events: [['message', 'a']],
  },
};

describe.each([
  ['an example of the standard', Object.entries(examples)],
  ['a rule of the standard', Object.entries(rules)],
] as const)('%s:', (_what, cases) => {
  test.each(cases)('%s', (_name, { stream, events, lastId, retry }) => {
    const bytes = typeof stream === 'string' ? bytesOf(stream) : stream;
    const full = events.map(([name, text, id = '']) => [name, text, id]);
    const expected = {
      events: full,
      lastId: lastId ?? events.at(-1)?.[2] ?? '',
      ...(retry === undefined ? {} : { retry }),
    };
    expect(readAll([bytes])).toMatchObject(expected);
    for (let cut = 1; cut < bytes.length; cut += 1) {
      expect(readAll([bytes.subarray(0, cut), bytes.subarray(cut)])).toMatchObject(expected);
    }
    expect(readAll([...bytes].map((byte) => Uint8Array.of(byte)))).toMatchObject(expected);
  });
});

describe('a stream without a blank line', () => {
  const piece = 64 * 1024;

  /** Reads the same text again and again until it is too much; returns how many bytes that took. */
  function endless(text: string, begin = ''): number {
    const stream = createEventStream();
    const bytes = bytesOf(text.repeat(Math.ceil(piece / text.length)));
    stream.read(bytesOf(begin));
    let read = 0;
    while (!stream.isTooLarge && read < 20 * largestBlock) {
      expect(stream.read(bytes)).toEqual([]);
      read += bytes.length;
    }
    return read;
  }

  test.each([
    ['a line of data', 'x', 'data: '],
    ['a line of nothing that Suzu knows', 'x', ''],
    ['a comment', 'x', ':'],
    ['an id', 'x', 'id: '],
    ['many lines of data', 'data: x\n', ''],
    ['many lines of empty data', 'data\n', ''],
    ['names without end', 'event: xx\r\n', ''],
  ])('%s ends after 4 MB', (_what, text, begin) => {
    expect(endless(text, begin)).toBeLessThan(largestBlock + 2 * piece);
  });

  test.each([
    ['LF', '\n'],
    ['CR', '\r'],
    ['CRLF', '\r\n'],
    ['LF and CR', '\n\r'],
  ])('blank lines by %s keep it small, wherever it is cut', (_name, end) => {
    const stream = createEventStream();
    const blank = end.length > 1 && end !== '\r\n' ? end : end.repeat(2);
    const bytes = bytesOf(`data: ${'x'.repeat(piece - 20)}${blank}`);
    const rest = bytes.subarray(0, bytes.length - 1);
    const cut = bytes.subarray(bytes.length - 1);
    for (let read = 0; read < largestBlock + 2 * piece; read += bytes.length) {
      stream.read(rest);
      stream.read(cut);
    }
    expect(stream.isTooLarge).toBe(false);
  });

  test('a block is told once, with all that it said', () => {
    expect(createEventStream().read(bytesOf('id: 1\nevent: a\ndata: b\n\n'))).toEqual([
      { id: '1', event: { name: 'a', text: 'b' } },
    ]);
  });

  test('comments may go on for ever, as some keep a stream alive by them alone', () => {
    const stream = createEventStream();
    const bytes = bytesOf(': thump\r\n'.repeat(8_000));
    for (let read = 0; read < 3 * largestBlock; read += bytes.length) stream.read(bytes);
    expect(stream.isTooLarge).toBe(false);
    expect(stream.read(bytesOf('data: a\n\n'))).toHaveLength(1);
  });

  test('what came before it is dispatched, and nothing after it', () => {
    const stream = createEventStream();
    const long = `data: ${'x'.repeat(largestBlock)}`;
    expect(stream.read(bytesOf(`data: a\n\n${long}`))).toHaveLength(1);
    expect(stream.isTooLarge).toBe(true);
    expect(stream.read(bytesOf('\n\ndata: b\n\n'))).toEqual([]);
  });

  test('an event of just under 4 MB is read', () => {
    const stream = createEventStream();
    const text = 'x'.repeat(largestBlock - 100);
    const bytes = bytesOf(`data: ${text}\n\n`);
    const blocks = [];
    for (let at = 0; at < bytes.length; at += piece) {
      blocks.push(...stream.read(bytes.subarray(at, at + piece)));
    }
    expect(blocks.map(({ event }) => event?.text.length)).toEqual([text.length]);
  });
});
