import { dialX11 } from '../../src-main/desktop/x11/dial-x11.ts';
import { openX11, type X11Connection } from '../../src-main/desktop/x11/x11-connection.ts';
import { internAtom } from '../../src-main/desktop/x11/x11-wire.ts';
import { silentLog } from '../../src-main/engine/log.ts';

const opcode = { createWindow: 1, changeProperty: 18, mapWindow: 8 } as const;
/** The protocol's own number of the type `ATOM`. */
const typeAtom = 4;
const windowSize = 200;

/** Opens a plain window that fills the screen of an X server. Returns what closes it. */
export async function openFullScreenWindow(env: NodeJS.ProcessEnv): Promise<() => void> {
  const server = dialX11(env);
  if (server === null) throw new Error('this desktop has no X server');
  // The greeting's answer names the first number that a client may give its own things.
  let firstId = 0;
  server.stream.on('data', (chunk) => {
    if (firstId === 0 && chunk.length >= 16) firstId = chunk.readUInt32LE(12);
  });
  const { connection, root } = await new Promise<{ connection: X11Connection; root: number }>(
    (resolve, reject) => {
      const opened: X11Connection = openX11(server, silentLog, {
        onReady: (found) => resolve({ connection: opened, root: found }),
        onEvent() {},
        onRefused: () => reject(new Error('the X server refused the window')),
        onEnd: () => reject(new Error('the X server is gone')),
      });
    },
  );
  const atom = (name: string) =>
    new Promise<number>((resolve) => {
      connection.ask(internAtom(name), (reply) => resolve(reply?.value ?? 0));
    });
  const [state, fullScreen] = [await atom('_NET_WM_STATE'), await atom('_NET_WM_STATE_FULLSCREEN')];
  connection.send(words(opcode.createWindow, [firstId, root, 0, area(windowSize), 1 << 16, 0, 0]));
  connection.send(words(opcode.changeProperty, [firstId, state, typeAtom, 32, 1, fullScreen]));
  connection.send(words(opcode.mapWindow, [firstId]));
  return () => connection.close();
}

/** A request of 32-bit words. */
function words(code: number, body: readonly number[]): Buffer {
  const request = Buffer.alloc(4 + body.length * 4);
  request.writeUInt8(code, 0);
  request.writeUInt16LE(1 + body.length, 2);
  for (const [index, word] of body.entries()) request.writeUInt32LE(word, 4 + index * 4);
  return request;
}

/** Width and height in one word. */
function area(size: number): number {
  return size | (size << 16);
}
