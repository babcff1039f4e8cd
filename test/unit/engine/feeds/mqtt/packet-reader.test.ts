import { expect, test } from 'vitest';
import {
  createPacketReader,
  type PacketReader,
} from '../../../../../src-main/engine/feeds/mqtt/packet-reader.ts';

const packet = (n: number) => [0x30, 1, n];
const packets = (count: number) =>
  Buffer.from(Array.from({ length: count }, (_, n) => packet(n)).flat());
const turn = () =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/** A reader whose packets take 3 ms each. */
function bench(onPacket: (reader: PacketReader, n: number) => void = () => {}) {
  const told: (string | number)[] = [];
  let now = 0;
  const reader = createPacketReader({
    largest: 100,
    monotonic: () => now,
    onPacket(bytes) {
      now += 3;
      told.push(bytes[2] ?? -1);
      onPacket(reader, bytes[2] ?? -1);
    },
    onProblem: (problem) => told.push(problem),
    onRest: () => told.push('rest'),
    pause: () => told.push('pause'),
    resume: () => told.push('resume'),
  });
  return { reader, told };
}

test('a few packets are handed over at once, and then it rests', () => {
  const { reader, told } = bench();
  reader.read(packets(2));
  expect(told).toEqual([0, 1, 'rest']);
});

test('many packets are handed over in several turns, while the broker waits', async () => {
  const { reader, told } = bench();
  reader.read(packets(7));
  expect(told).toEqual([0, 1, 2, 'rest', 'pause']);
  reader.read(Buffer.from(packet(7)));
  expect(told.splice(0)).toEqual([0, 1, 2, 'rest', 'pause', 'pause']);
  await turn();
  expect(told.splice(0)).toEqual([3, 4, 5, 'rest', 'pause']);
  await turn();
  expect(told.splice(0)).toEqual([6, 7, 'rest', 'resume']);
  reader.read(Buffer.from(packet(8)));
  expect(told).toEqual([8, 'rest']);
});

test('a problem is told after what came before it, and nothing more is read', async () => {
  const { reader, told } = bench();
  reader.read(Buffer.from([...packets(5), 0x30, 0xff, 0x7f]));
  reader.read(packets(1));
  await turn();
  expect(told).toEqual([0, 1, 2, 'rest', 'pause', 3, 4, 'rest', 'too-large']);
  reader.read(packets(1));
  await turn();
  expect(told).toHaveLength(9);
});

test('nothing is called once it was stopped, not even by a packet', async () => {
  const { reader, told } = bench((self, n) => {
    if (n === 4) self.stop();
  });
  reader.read(packets(9));
  await turn();
  await turn();
  reader.read(packets(1));
  expect(told).toEqual([0, 1, 2, 'rest', 'pause', 3, 4]);
});

test('between two turns it can be stopped', async () => {
  const { reader, told } = bench();
  reader.read(packets(9));
  reader.stop();
  await turn();
  expect(told).toEqual([0, 1, 2, 'rest', 'pause']);
});
