import { isIPv4, isIPv6, type Socket } from 'node:net';
import { NetworkError } from '../../engine/streaming/network-problem.ts';
import type { ProxyCredentials } from './proxy-route.ts';

const version = 5;
const noPassword = 0;
const withPassword = 2;
const connect = 1;
const longestField = 255;

/** The proxy is well, and does not get through to the server. */
export class BeyondError extends Error {
  readonly code = 'EHOSTUNREACH';

  constructor() {
    super('the proxy does not reach the server');
  }
}

/**
 * Asks a SOCKS5 proxy (RFC 1928, RFC 1929) on a fresh connection to go on to a server, and resolves once
 * everything that is written arrives there. The proxy looks the name up, so the network around this
 * computer does not learn it.
 *
 * @throws NetworkError, or an error of the socket; the caller ends the socket then.
 */
export async function socks5(
  socket: Socket,
  target: { readonly host: string; readonly port: number },
  credentials: ProxyCredentials | null,
): Promise<void> {
  const read = reader(socket);
  const methods = credentials === null ? [noPassword] : [noPassword, withPassword];
  socket.write(Buffer.from([version, methods.length, ...methods]));
  const [spoken, method] = await read(2);
  if (spoken !== version) throw new NetworkError('proxy-settings');
  if (method === withPassword && credentials !== null) {
    socket.write(
      Buffer.concat([Buffer.from([1]), field(credentials.name), field(credentials.password)]),
    );
    const [, status] = await read(2);
    if (status !== 0) throw new NetworkError('proxy-password');
  } else if (method !== noPassword) {
    throw new NetworkError('proxy-password');
  }

  const port = Buffer.alloc(2);
  port.writeUInt16BE(target.port);
  socket.write(Buffer.concat([Buffer.from([version, connect, 0]), addressOf(target.host), port]));
  const [, reply = -1, , type] = await read(4);
  if (reply !== 0) throw refusal(reply);
  // The address that the proxy connects from is of no interest, but stands before what the server says.
  await read(boundLength(type, type === 3 ? ((await read(1))[0] ?? 0) : 0) + 2);
}

/** Reads exactly so many bytes; what comes after them stays in the socket for the next read. */
function reader(socket: Socket): (length: number) => Promise<Buffer> {
  return (length) =>
    new Promise((resolve, reject) => {
      const settle = (act: () => void) => {
        socket.off('readable', look).off('end', onEnd).off('close', onEnd).off('error', reject);
        act();
      };
      const look = () => {
        const bytes: unknown = length === 0 ? Buffer.alloc(0) : socket.read(length);
        if (Buffer.isBuffer(bytes) && bytes.length === length) settle(() => resolve(bytes));
      };
      const onEnd = () => settle(() => reject(new NetworkError('proxy-unreachable')));
      socket.on('readable', look).on('end', onEnd).on('close', onEnd).on('error', reject);
      look();
    });
}

function field(text: string): Buffer {
  const bytes = Buffer.from(text);
  if (bytes.length > longestField) throw new NetworkError('proxy-password');
  return Buffer.concat([Buffer.from([bytes.length]), bytes]);
}

function addressOf(host: string): Buffer {
  if (isIPv4(host)) return Buffer.from([1, ...host.split('.').map(Number)]);
  if (isIPv6(host)) return Buffer.concat([Buffer.from([4]), ipv6Bytes(host)]);
  const name = Buffer.from(host);
  // Its length must fit in one byte: else the proxy would take the rest of the name for port and data. And
  // no name in the DNS is longer.
  if (name.length > longestField) throw new BeyondError();
  return Buffer.concat([Buffer.from([3, name.length]), name]);
}

/** @param host as URLs write it: hexadecimal groups alone. */
function ipv6Bytes(host: string): Buffer {
  const [head = '', tail = ''] = host.split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  const [first, last] = [groups(head), groups(tail)];
  const zeros = Array.from({ length: 8 - first.length - last.length }, () => '0');
  const bytes = Buffer.alloc(16);
  for (const [index, group] of [...first, ...zeros, ...last].entries()) {
    bytes.writeUInt16BE(Number.parseInt(group, 16), index * 2);
  }
  return bytes;
}

function boundLength(type: number | undefined, nameLength: number): number {
  if (type === 1) return 4;
  return type === 4 ? 16 : nameLength;
}

function refusal(reply: number): Error {
  // Not allowed, or a command that it does not carry out; the rest is about the server beyond.
  if (reply === 2 || reply === 7) return new NetworkError('proxy-refused');
  return new BeyondError();
}
