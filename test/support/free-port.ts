import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type ListenOptions, type Server } from 'node:net';

/** Below what Linux gives to connections and to listeners that ask for any port. */
const [lowest, highest] = [20_000, 32_000];

/** A port for a program that cannot choose one itself, or has to come back to it. */
export interface FreePort {
  readonly number: number;
  /** Lets others have it. */
  release(): void;
}

/**
 * Finds a port that no other test gets, in whichever process: a socket named after it, without a file,
 * is the sign that it is taken, and is gone with the process.
 */
export async function freePort(): Promise<FreePort> {
  for (;;) {
    const number = randomInt(lowest, highest);
    const sign = await listening({ path: `\0suzu-test-port-${number}` });
    if (sign === null) continue;
    // On every address: some programs bind to all and then take connections for one.
    const own = await listening({ port: number, exclusive: true });
    if (own !== null) {
      own.close();
      await once(own, 'close');
      return { number, release: () => void sign.close() };
    }
    sign.close();
  }
}

/** Null where the place is taken. */
function listening(where: ListenOptions): Promise<Server | null> {
  const server = createServer((socket) => socket.destroy());
  return new Promise((resolve) => {
    server.once('error', () => resolve(null));
    server.listen(where, () => resolve(server.unref()));
  });
}
