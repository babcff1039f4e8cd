import { expect, test } from 'vitest';
import type { TrayHostState } from '../../../../src-main/desktop/tray/tray-host.ts';
import { watchX11Tray } from '../../../../src-main/desktop/tray/x11-tray.ts';
import { silentLog } from '../../../../src-main/engine/log.ts';
import { error, PlayedX11, packet, reply, roots, welcome } from '../support/played-x11.ts';

const trayAtom = 300;
const managerAtom = 301;
const tray = 0x600_0007;

const destroyed = (window: number) => packet(17, (bytes) => bytes.writeUInt32LE(window, 8));
const managerSays = (selection: number) =>
  packet(33, (bytes) => {
    bytes.writeUInt32LE(managerAtom, 8);
    bytes.writeUInt32LE(selection, 16);
  });

function setUp(screen = 0) {
  const server = new PlayedX11();
  const cookie = { name: 'MIT-MAGIC-COOKIE-1', data: Buffer.alloc(16, 7) };
  const watched = watchX11Tray({ stream: server, cookie, screen }, silentLog);
  const told: TrayHostState[] = [];
  watched.onChange(() => told.push(watched.state()));
  return { server, watched, told };
}

/** Up to the point at which the server has been asked who the tray is (its fourth request). */
function setUpAsked(screen = 0) {
  const parts = setUp(screen);
  parts.server.send(welcome());
  parts.server.send(Buffer.concat([reply(2, managerAtom), reply(3, trayAtom)]));
  return parts;
}

const lastWord = (server: PlayedX11, at: number) => server.received.at(-1)?.readUInt32LE(at);

test('it greets with the cookie', () => {
  const { server } = setUp();
  const greeting = server.received[0];
  expect(greeting?.subarray(0, 12)).toEqual(
    Buffer.from([0x6c, 0, 11, 0, 0, 0, 18, 0, 16, 0, 0, 0]),
  );
  expect(greeting).toHaveLength(12 + 20 + 16);
});

test('it watches the root window of its screen and asks for the tray of that screen', () => {
  const { server } = setUp(1);
  server.send(welcome());
  expect(server.received[1]?.readUInt32LE(4)).toBe(roots[1]);
  expect(server.received[3]?.toString('latin1')).toContain('_NET_SYSTEM_TRAY_S1');
});

test('somebody who owns the selection is a tray', () => {
  const { server, watched, told } = setUpAsked();
  expect(watched.state()).toBe('unknown');
  expect(lastWord(server, 4)).toBe(trayAtom);
  server.send(reply(4, tray));
  expect(told).toEqual(['present']);
  expect(lastWord(server, 4)).toBe(tray);
});

test('nobody who owns it is no tray, until one starts', () => {
  const { server, told } = setUpAsked();
  server.send(reply(4, 0));
  server.send(managerSays(trayAtom));
  server.send(reply(5, tray));
  expect(told).toEqual(['absent', 'present']);
});

test('another manager that starts is none of its business', () => {
  const { server } = setUpAsked();
  server.send(reply(4, 0));
  const asked = server.received.length;
  server.send(managerSays(trayAtom + 9));
  expect(server.received).toHaveLength(asked);
});

test('a tray that ends is noticed, and so is one that was gone before it could be watched', () => {
  const { server, told } = setUpAsked();
  server.send(reply(4, tray));
  server.send(destroyed(tray + 1));
  server.send(destroyed(tray));
  server.send(reply(6, 0));
  expect(told).toEqual(['present', 'absent']);
  server.send(managerSays(trayAtom));
  server.send(reply(7, tray));
  server.send(error(8));
  server.send(reply(9, 0));
  expect(told).toEqual(['present', 'absent', 'present', 'absent']);
});

test('it does not matter how the bytes are cut', () => {
  const { server, watched } = setUp();
  const long = packet(1, (bytes) => bytes.writeUInt32LE(1, 4));
  const all = Buffer.concat([
    welcome(),
    Buffer.concat([long, Buffer.alloc(4)]),
    reply(2, managerAtom),
    reply(3, trayAtom),
    reply(4, tray),
  ]);
  for (const byte of all) server.send(Buffer.from([byte]));
  expect(watched.state()).toBe('present');
});

test.each<[string, (server: PlayedX11) => void]>([
  ['cannot be reached', (server) => server.emit('error')],
  ['closes the door', (server) => server.emit('close')],
  ['refuses', (server) => server.send(Buffer.alloc(8))],
  ['welcomes with nonsense', (server) => server.send(Buffer.from([1, 0, 0, 0, 0, 0, 0, 0]))],
  [
    'sends nonsense later',
    (server) => {
      server.send(welcome());
      server.send(packet(1, (bytes) => bytes.writeUInt32LE(0xffff_ffff, 4)));
    },
  ],
])('a server that %s has no tray', (_what, play) => {
  const { server, watched, told } = setUp();
  play(server);
  expect(watched.state()).toBe('absent');
  expect(told).toEqual(['absent']);
  expect(server.destroyed).toBe(true);
});

test('a screen that the server does not have has no tray', () => {
  const { server, watched } = setUp(5);
  server.send(welcome());
  expect(watched.state()).toBe('absent');
});

test('after stop nothing is told', () => {
  const { server, watched, told } = setUpAsked();
  watched.stop();
  server.send(reply(4, tray));
  server.emit('close');
  expect(told).toEqual([]);
  expect(server.destroyed).toBe(true);
});
