import { longestStretch } from '../../streaming/breather.ts';
import { type Cut, createPacketCutter } from './packet-cutter.ts';

export interface PacketReaderOptions {
  /** Bytes; see `createPacketCutter`. */
  readonly largest: number;
  /** Ms that only go on. */
  readonly monotonic: () => number;
  readonly onPacket: (packet: Uint8Array) => void;
  /** Nothing more can be read; all packets before were handed over. */
  readonly onProblem: (problem: NonNullable<Cut['problem']>) => void;
  /** Some packets were handed over, and nothing more comes in this turn of the event loop. */
  readonly onRest: () => void;
  /** Takes nothing more from the broker, until `resume`. */
  readonly pause: () => void;
  readonly resume: () => void;
}

export interface PacketReader {
  /** Takes what the broker sent, cut anywhere. */
  read(bytes: Uint8Array): void;
  /** Nothing is called any more. */
  stop(): void;
}

/**
 * Hands packets over one by one, in their order. One frame may hold thousands: after `longestStretch` the rest of
 * Suzu has its turn, and the broker waits.
 */
export function createPacketReader(options: PacketReaderOptions): PacketReader {
  const cutter = createPacketCutter(options.largest);
  let queue: Uint8Array[] = [];
  let at = 0;
  let problem: Cut['problem'] = null;
  let turn: NodeJS.Immediate | null = null;
  let isStopped = false;

  const stop = () => {
    isStopped = true;
    if (turn !== null) clearImmediate(turn);
    turn = null;
    queue = [];
  };
  const handOver = () => {
    const began = options.monotonic();
    for (let packet = queue[at]; packet !== undefined; packet = queue[at]) {
      at += 1;
      options.onPacket(packet);
      if (isStopped) return;
      if (options.monotonic() - began >= longestStretch) break;
    }
    options.onRest();
  };
  const work = () => {
    handOver();
    if (isStopped) return;
    if (at < queue.length) {
      options.pause();
      turn = setImmediate(() => {
        turn = null;
        work();
        if (turn === null && !isStopped) options.resume();
      });
      return;
    }
    queue = [];
    at = 0;
    if (problem === null) return;
    stop();
    options.onProblem(problem);
  };

  return {
    read(bytes) {
      if (isStopped || problem !== null) return;
      const cut = cutter.cut(bytes);
      for (const packet of cut.packets) queue.push(packet);
      problem = cut.problem;
      if (turn === null) work();
      // Whoever else lets the broker wait may have let it go on.
      else options.pause();
    },
    stop,
  };
}
