import { expect, test } from 'vitest';
import type { Told } from '../../../../src-main/desktop/surroundings/fact.ts';
import { x11FullScreen } from '../../../../src-main/desktop/surroundings/full-screen/x11-full-screen.ts';
import { silentLog } from '../../../../src-main/engine/log.ts';
import {
  error,
  PlayedX11,
  propertyChanged,
  propertyReply,
  reply,
  roots,
  welcome,
} from '../support/played-x11.ts';

const atoms = { fullScreen: 401, process: 402, state: 403, activeWindow: 404, above: 405 };
const ownPid = 4242;
const video = 0xa00001;
const editor = 0xa00002;
const [root = 0] = roots;

function setUp() {
  const server = new PlayedX11();
  const told: Told[] = [];
  const dial = () => ({ stream: server, cookie: null, screen: 0 });
  const end = x11FullScreen(dial, silentLog, ownPid)((value) => told.push(value));
  server.send(welcome());
  // The greeting aside, the first request watches the root window and has no reply.
  for (const [index, name] of (
    ['fullScreen', 'process', 'state', 'activeWindow'] as const
  ).entries()) {
    server.send(reply(index + 2, atoms[name]));
  }
  /** Of the newest request; the greeting is not counted. */
  const sequence = () => server.received.length - 1;
  return { server, told, end, sequence };
}

/** Answers which window is active, and what is asked of it. */
function activate(
  { server, sequence }: ReturnType<typeof setUp>,
  window: number,
  states: readonly number[] | null,
  pid = 1,
) {
  server.send(propertyReply(sequence(), [window]));
  answerState({ server, sequence }, states, pid);
}

function answerState(
  { server, sequence }: Pick<ReturnType<typeof setUp>, 'server' | 'sequence'>,
  states: readonly number[] | null,
  pid = 1,
) {
  server.send(propertyReply(sequence() - 1, states));
  server.send(propertyReply(sequence(), [pid]));
}

test.each<[string, readonly number[] | null, number, boolean]>([
  ['a window that fills the screen', [atoms.above, atoms.fullScreen], 1, true],
  ['one that only stands above', [atoms.above], 1, false],
  ['one without states', null, 1, false],
  ['a window of Suzu', [atoms.fullScreen], ownPid, false],
])('%s', (_what, states, pid, expected) => {
  const played = setUp();
  activate(played, video, states, pid);
  expect(played.told).toEqual([expected]);
});

test('it follows which window is active, and the states of that one', () => {
  const played = setUp();
  const { server, told } = played;
  activate(played, video, []);
  server.send(propertyChanged(video, atoms.state));
  answerState(played, [atoms.fullScreen]);
  server.send(propertyChanged(root, atoms.activeWindow));
  activate(played, editor, []);
  expect(told).toEqual([false, true, false]);
  const asked = server.received.length;
  // No longer of interest.
  server.send(propertyChanged(video, atoms.state));
  server.send(propertyChanged(editor, atoms.above));
  expect(server.received).toHaveLength(asked);
});

test('a late answer about a window that is no longer active is not taken', () => {
  const played = setUp();
  const { server, told, sequence } = played;
  server.send(propertyReply(sequence(), [video]));
  const aboutVideo = sequence();
  server.send(propertyChanged(root, atoms.activeWindow));
  server.send(propertyReply(aboutVideo - 1, [atoms.fullScreen]));
  const activeAsked = sequence();
  server.send(propertyReply(activeAsked, [editor]));
  server.send(propertyReply(aboutVideo, [1]));
  expect(told).toEqual([]);
});

test('without an active window nothing fills the screen', () => {
  const { server, told, sequence } = setUp();
  server.send(propertyReply(sequence(), [0]));
  expect(told).toEqual([false]);
});

test('without a window manager that tells which one is active, nothing is told', () => {
  const { server, told, sequence } = setUp();
  server.send(propertyReply(sequence(), null));
  expect(told).toEqual([null]);
});

test('a window that is gone before it could be asked does not fill the screen', () => {
  const played = setUp();
  const { server, told, sequence } = played;
  server.send(propertyReply(sequence(), [video]));
  const last = sequence();
  for (const refused of [last - 2, last - 1, last]) server.send(error(refused));
  expect(told).toEqual([false]);
});

test('a server that goes away tells nothing any more', () => {
  const played = setUp();
  activate(played, video, [atoms.fullScreen]);
  played.server.emit('close');
  expect(played.told).toEqual([true, null]);
});

test('a property that claims to be longer than it is, is read as far as it goes', () => {
  const { server, told, sequence } = setUp();
  const cut = propertyReply(sequence(), [video]);
  cut.writeUInt32LE(0xffff, 16);
  server.send(cut);
  answerState({ server, sequence }, [atoms.fullScreen]);
  expect(told).toEqual([true]);
});

test('after its end nothing is told', () => {
  const played = setUp();
  played.end();
  expect(played.server.destroyed).toBe(true);
  activate(played, video, [atoms.fullScreen]);
  expect(played.told).toEqual([]);
});
