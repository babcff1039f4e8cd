import { describe, expect, test } from 'vitest';
import { createPacketCutter } from '../../../../../src-main/engine/feeds/mqtt/packet-cutter.ts';

const pingresp = [0xd0, 0];
const connack = [0x20, 2, 0, 0];
/** A message with so many bytes behind its header. */
const message = (rest: number) => {
  const length: number[] = [];
  for (let left = rest; left > 0 || length.length === 0; left = Math.floor(left / 128)) {
    length.push((left % 128) | (left >= 128 ? 0x80 : 0));
  }
  return [0x30, ...length, ...new Array<number>(rest).fill(0x61)];
};
const all = [...connack, ...message(200), ...pingresp, ...message(20_000), ...pingresp];
const packets = [connack, message(200), pingresp, message(20_000), pingresp];

test.each([1, 2, 3, 64, 1_000, all.length])('%i bytes at a time, packets come whole', (step) => {
  const cutter = createPacketCutter(100_000);
  const bytes = Buffer.from(all);
  const cut: string[] = [];
  const problems = new Set<string | null>();
  for (let at = 0; at < bytes.length; at += step) {
    const { packets: some, problem } = cutter.cut(bytes.subarray(at, at + step));
    problems.add(problem);
    cut.push(...some.map((packet) => Buffer.from(packet).toString('hex')));
  }
  expect([...problems]).toEqual([null]);
  expect(cut).toEqual(packets.map((one) => Buffer.from(one).toString('hex')));
});

test('what is not whole is kept back', () => {
  const cutter = createPacketCutter(100_000);
  expect(
    cutter.cut(Buffer.from([...pingresp, ...message(200).slice(0, 100)])).packets,
  ).toHaveLength(1);
  expect(cutter.cut(Buffer.from([])).packets).toEqual([]);
});

describe('a length', () => {
  test.each([
    [[0x30, 0xff, 0xff, 0xff, 0x7f], 'too-large'],
    [[0x30, 0xe9, 0x07], 'too-large'],
    [[0x30, 0xe6, 0x07], null],
    [[0x30, 0xff, 0xff, 0xff, 0xff], 'malformed'],
    [[0x30, 0x80, 0x80, 0x80, 0x80, 0x01], 'malformed'],
  ] as const)('%j is judged before what it announces comes', (bytes, problem) => {
    // 1,000 bytes with the header, whose length takes two.
    expect(createPacketCutter(1_001).cut(Buffer.from(bytes)).problem).toBe(problem);
  });

  test('is judged wherever it is cut', () => {
    const cutter = createPacketCutter(1_000);
    const problems = [0x30, 0xff, 0xff, 0xff, 0x7f].map(
      (byte) => cutter.cut(Buffer.from([byte])).problem,
    );
    expect(problems).toEqual([null, null, null, null, 'too-large']);
  });
});

test.each([0x00, 0x10, 0x82, 0xa2, 0xc0, 0xf0])(
  'no server sends a packet that begins with %i',
  (first) => {
    const { packets: before, problem } = createPacketCutter(1_000).cut(
      Buffer.from([...pingresp, first, 0]),
    );
    expect(before).toHaveLength(1);
    expect(problem).toBe('malformed');
  },
);
