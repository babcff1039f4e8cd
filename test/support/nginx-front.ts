import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { startProgram } from './real-program.ts';

/** How nginx treats what is behind it. */
export interface FrontOptions {
  /** Whether it gathers an answer before it passes it on. */
  readonly buffering?: boolean;
  /** After so much silence from behind it ends the connection; s. */
  readonly patience?: number;
  /** A page that stands in the way of everything, with this status; null = none. */
  readonly page?: number | null;
}

/** nginx in front of another server. */
export interface NginxFront {
  /** `127.0.0.1:PORT`. */
  readonly host: string;
  /** Does otherwise from now on, and ends all connections. */
  change(options: FrontOptions): Promise<void>;
  remove(): Promise<void>;
}

/** Starts one before the server at `target` (`http://127.0.0.1:PORT`), WebSockets included. */
export async function startNginxFront(
  target: string,
  options: FrontOptions = {},
): Promise<NginxFront> {
  const folder = await mkdtemp(join(tmpdir(), 'suzu-nginx-'));
  const port = await freePort();
  const config = join(folder, 'nginx.conf');
  const write = (wanted: FrontOptions) =>
    writeFile(config, configOf(target, port.number, folder, wanted));
  const start = () =>
    startProgram({
      command: ['nginx', '-p', folder, '-e', 'stderr', '-c', config],
      ready: 'start worker process ',
    });
  await write(options);
  let server = await start();
  return {
    host: `127.0.0.1:${port.number}`,
    async change(wanted) {
      await server.kill();
      await write(wanted);
      server = await start();
    },
    async remove() {
      await server.kill();
      port.release();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function configOf(
  target: string,
  port: number,
  folder: string,
  { buffering = true, patience = 60, page = null }: FrontOptions,
): string {
  const inTheWay = `default_type text/html;
      return ${page} '<!DOCTYPE html><title>${page}</title><h1>Something is in the way</h1>';`;
  const passed = `proxy_pass ${target};
      proxy_http_version 1.1;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection $connection_for_upgrade;
      proxy_buffering ${buffering ? 'on' : 'off'};
      proxy_read_timeout ${patience}s;`;
  return `daemon off;
worker_processes 1;
${process.getuid?.() === 0 ? 'user root;' : ''}
pid ${folder}/pid;
error_log stderr notice;
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  map $http_upgrade $connection_for_upgrade { default upgrade; '' ''; }
  server {
    listen 127.0.0.1:${port};
    location / {
      ${page === null ? passed : inTheWay}
    }
  }
}
`;
}
