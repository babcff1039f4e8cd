// @ts-check
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startPiece } from './piece.mjs';

const BACKGROUND = '#33415c';
const COOKIE_PROTOCOL = 'MIT-MAGIC-COOKIE-1';
/** "Any host", from X's Xauth.h. */
const FAMILY_WILD = 65_535;

/**
 * Starts an X server that draws into memory, on a display number that it picks itself, open only to
 * those who can read its cookie.
 * @param {{ folder: string, size: string, env: NodeJS.ProcessEnv }} options `size` such as `1280x800`
 */
export async function startDisplay({ folder, size, env }) {
  const authority = join(folder, 'Xauthority');
  await writeFile(authority, authorityEntry(randomBytes(16)), { mode: 0o600 });
  const piece = startPiece({
    name: 'display',
    command: [
      'Xvfb',
      ...['-displayfd', '3', '-screen', '0', `${size}x24`, '-dpi', '96'],
      // Without -noreset the server forgets its background whenever its last client leaves.
      ...['-auth', authority, '-nolisten', 'tcp', '-noreset', '-s', '0'],
    ],
    env,
  });
  const [number] = await piece.until(once(piece.extra, 'data'));
  return { piece, env: { DISPLAY: `:${String(number).trim()}`, XAUTHORITY: authority } };
}

/**
 * Paints the bare screen in a calm colour; the way xsetroot answers also tells that X does.
 * @param {NodeJS.ProcessEnv} env
 */
export async function paintBackground(env) {
  const xsetroot = startPiece({
    name: 'background',
    command: ['xsetroot', '-solid', BACKGROUND, '-cursor_name', 'left_ptr'],
    env,
  });
  await xsetroot.until(xsetroot.done);
}

/**
 * One entry of an Xauthority file (X's libXau): any host, any display.
 * @param {Buffer} cookie
 */
function authorityEntry(cookie) {
  const family = Buffer.alloc(2);
  family.writeUInt16BE(FAMILY_WILD);
  const counted = (/** @type {Buffer} */ bytes) => {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(bytes.length);
    return Buffer.concat([length, bytes]);
  };
  const nothing = counted(Buffer.alloc(0));
  return Buffer.concat([
    family,
    nothing,
    nothing,
    counted(Buffer.from(COOKIE_PROTOCOL)),
    counted(cookie),
  ]);
}
