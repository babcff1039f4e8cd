// @ts-check
// Floods whoever listens, in a process of its own, so that it takes nothing from what is measured.
//
// usage: flood.mjs [BROKER]
//
// Serves an event stream and a WebSocket on one port, and says `ready PORT`; with BROKER
// (`mqtt://127.0.0.1:PORT`) it publishes to the topic `flood` there as well. Each line on its stdin is an
// order: {"to": "sse" | "websocket" | "mqtt", "perSecond": N} floods that one (0 = none any more) and says
// `sent N` for those before; {"to": …, "say": TEXT} sends one event with these words after all others.

import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import mqtt from 'mqtt';
import { WebSocketServer } from 'ws';

/** Events go out in lots, this often (ms). */
const everyMs = 10;
/** A listener who is behind by so many bytes gets nothing until it has caught up. */
const mostBehind = 1024 * 1024;

/** @typedef {'sse' | 'websocket' | 'mqtt'} System */

/** @type {Set<import('node:http').ServerResponse>} */
const readers = new Set();
const server = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': hello\n\n');
  readers.add(response);
  response.on('close', () => readers.delete(response));
});
const sockets = new WebSocketServer({ server });
const broker = process.argv[2] === undefined ? null : await mqtt.connectAsync(process.argv[2]);

/** How each is sent to; false = it is behind. @type {Record<System, (texts: readonly string[]) => boolean>} */
const senders = {
  sse(texts) {
    if ([...readers].some(({ writableLength }) => writableLength > mostBehind)) return false;
    const lot = texts.map((text) => `data: ${text}\n\n`).join('');
    for (const reader of readers) reader.write(lot);
    return true;
  },
  websocket(texts) {
    const all = [...sockets.clients];
    if (all.some(({ bufferedAmount }) => bufferedAmount > mostBehind)) return false;
    for (const socket of all) for (const text of texts) socket.send(text);
    return true;
  },
  mqtt(texts) {
    const { stream } = broker ?? {};
    if (stream !== undefined && stream.writableLength > mostBehind) return false;
    for (const text of texts) broker?.publish('flood', text);
    return true;
  },
};

/** What is filtered away; as much of it as a real event has. @param {number} number */
const drop = (number) =>
  JSON.stringify({
    kind: 'noise',
    number,
    user: { name: 'Somebody', id: number % 100 },
    text: 'Nothing that anybody would want to hear of. '.repeat(3),
  });

/** @type {{ to: System, perSecond: number, startedAt: number, sent: number } | null} */
let flood = null;

setInterval(() => {
  if (flood === null) return;
  const due = Math.floor(((performance.now() - flood.startedAt) / 1000) * flood.perSecond);
  const first = flood.sent;
  const lot = Array.from({ length: Math.min(due - first, flood.perSecond / 10) }, (_, index) =>
    drop(first + index),
  );
  if (senders[flood.to](lot)) flood.sent += lot.length;
}, everyMs);

createInterface({ input: process.stdin }).on('line', (line) => {
  const { to, perSecond, say } = JSON.parse(line);
  if (say !== undefined) {
    const event = JSON.stringify({ kind: 'news', title: say });
    if (to === 'mqtt') broker?.publish('flood', event, { qos: 1 });
    else senders[/** @type {System} */ (to)]([event]);
    return;
  }
  if (flood !== null) process.stdout.write(`sent ${flood.sent}\n`);
  flood = perSecond > 0 ? { to, perSecond, startedAt: performance.now(), sent: 0 } : null;
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  process.stdout.write(`ready ${port}\n`);
});
