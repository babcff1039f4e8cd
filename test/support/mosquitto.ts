import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Recording } from './desktop-recording.ts';
import { freePort } from './free-port.ts';
import { type RealProgram, startProgram } from './real-program.ts';

const run = promisify(execFile);

/** How a broker is to be. */
export interface MosquittoOptions {
  /** Whether sessions and retained messages outlive a kill. */
  readonly persistence?: boolean;
  /** Whom it lets in, with their passwords; everybody when left out. */
  readonly users?: Readonly<Record<string, string>>;
  /** More lines for its configuration. */
  readonly lines?: readonly string[];
}

/** How a message is published. */
export interface PublishOptions {
  readonly qos?: 0 | 1 | 2;
  readonly retain?: boolean;
  /** 4 = MQTT 3.1.1, when left out. */
  readonly version?: 4 | 5;
  /** One of `users`, if there are some. */
  readonly user?: string;
}

/** A Mosquitto broker that listens on a WebSocket. */
export interface Mosquitto {
  /** `ws://127.0.0.1:PORT`; the same after a restart. */
  readonly url: string;
  readonly wsPort: number;
  /** For clients that speak MQTT without a WebSocket. */
  readonly port: number;
  /** What it logged since it was last started: `Received SUBSCRIBE from …` and the like. */
  readonly log: Recording<string>;
  /** By `mosquitto_pub`; resolves once the broker has it (QoS 1 and 2) or it is sent (0). */
  publish(topic: string, message: string, options?: PublishOptions): Promise<void>;
  /** One message for each line, over one connection of `mosquitto_pub`. */
  publishLines(topic: string, lines: readonly string[], options?: PublishOptions): Promise<void>;
  /** Starts it again where it was. */
  start(): Promise<void>;
  /** Ends it as a crash would, which loses nothing that it confirmed before if it has `persistence`. */
  kill(): Promise<void>;
  /** Ends it for good and removes its files. */
  remove(): Promise<void>;
}

/** Starts a broker. It takes 3.1.1 and 5 on both of its ports. */
export async function startMosquitto(options: MosquittoOptions = {}): Promise<Mosquitto> {
  const { persistence = false, users, lines = [] } = options;
  const folder = await mkdtemp(join(tmpdir(), 'suzu-mosquitto-'));
  const [plain, webSocket] = [await freePort(), await freePort()];
  const config = join(folder, 'mosquitto.conf');
  const passwords = join(folder, 'passwords');
  if (users !== undefined) {
    await writeFile(passwords, '', { mode: 0o600 });
    for (const [name, password] of Object.entries(users)) {
      await run('mosquitto_passwd', ['-b', passwords, name, password]);
    }
  }
  const listener = (port: number) => [`listener ${port} 127.0.0.1`];
  const text = [
    // Started as root it would become a user who cannot read this folder.
    ...(process.getuid?.() === 0 ? ['user root'] : []),
    'log_dest stderr',
    'log_type all',
    ...(users === undefined
      ? ['allow_anonymous true']
      : ['allow_anonymous false', `password_file ${passwords}`]),
    `persistence ${persistence}`,
    // Each change reaches the disk a moment after it was confirmed.
    ...(persistence
      ? [`persistence_location ${folder}/`, 'autosave_on_changes true', 'autosave_interval 1']
      : []),
    ...lines,
    ...listener(plain.number),
    ...listener(webSocket.number),
    'protocol websockets',
  ];
  await writeFile(config, `${text.join('\n')}\n`);
  const start = () => startProgram({ command: ['mosquitto', '-c', config], ready: ' running' });
  let broker: RealProgram = await start();
  const publisher = (
    topic: string,
    { qos = 0, retain = false, version = 4, user }: PublishOptions,
  ) => [
    ...['-h', '127.0.0.1', '-p', String(plain.number), '-t', topic, '-q', String(qos)],
    ...['-V', version === 5 ? '5' : '311'],
    ...(retain ? ['-r'] : []),
    ...(user === undefined ? [] : ['-u', user, '-P', users?.[user] ?? '']),
  ];
  /** It serves one after the other: whoever is served now comes after all that it had to write down. */
  const settle = () => {
    const [user] = Object.keys(users ?? {});
    const how = { qos: 1, ...(user === undefined ? {} : { user }) } as const;
    return run('mosquitto_pub', [...publisher('$settled', how), '-n']);
  };
  return {
    url: `ws://127.0.0.1:${webSocket.number}`,
    wsPort: webSocket.number,
    port: plain.number,
    get log() {
      return broker.lines;
    },
    async publish(topic, message, how = {}) {
      await run('mosquitto_pub', [...publisher(topic, how), '-m', message]);
    },
    async publishLines(topic, all, how = {}) {
      const child = spawn('mosquitto_pub', [...publisher(topic, how), '-l'], {
        stdio: ['pipe', 'ignore', 'inherit'],
      });
      child.stdin.end(all.map((line) => `${line}\n`).join(''));
      const [code] = await once(child, 'close');
      if (code !== 0) throw new Error(`mosquitto_pub ended with ${code}`);
    },
    async start() {
      broker = await start();
    },
    async kill() {
      if (persistence) await settle();
      await broker.kill();
    },
    async remove() {
      await broker.kill();
      plain.release();
      webSocket.release();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
