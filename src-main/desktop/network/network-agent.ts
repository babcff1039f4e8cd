import { Agent, type AgentOptions, type ClientRequestArgs } from 'node:http';
import { isIP, type LookupFunction } from 'node:net';
import { type Duplex, PassThrough } from 'node:stream';
import type { Dialler } from './dialler.ts';

/** An agent for Node's requests and for WebSockets whose connections are opened by a dialler. */
export class NetworkAgent extends Agent {
  readonly protocol: 'http:' | 'https:';
  readonly defaultPort: number;
  readonly #dialler: Dialler;

  constructor(protocol: 'http:' | 'https:', dialler: Dialler, options: AgentOptions) {
    super(options);
    this.protocol = protocol;
    this.defaultPort = protocol === 'https:' ? 443 : 80;
    this.#dialler = dialler;
  }

  override createConnection(
    given: ClientRequestArgs & { readonly lookup?: LookupFunction; readonly servername?: string },
    callback?: (error: Error | null, stream: Duplex) => void,
  ): undefined {
    const host = (given.host ?? 'localhost').replace(/^\[|\]$/g, '');
    this.#dialler
      .dial({
        host,
        port: Number(given.port ?? this.defaultPort),
        lookup: given.lookup,
        isSecure: this.protocol === 'https:',
        servername: given.servername ?? (isIP(host) === 0 ? host : ''),
      })
      .then(
        (socket) => callback?.(null, socket),
        (error: unknown) => {
          const reason = error instanceof Error ? error : new Error(String(error));
          // With an error Node looks at nothing else; only the types want a stream all the same.
          callback?.(reason, new PassThrough().destroy());
        },
      );
  }

  /** Closes the connections that are idle; those in use are closed once they have been idle for a while. */
  closeIdle(): void {
    for (const sockets of Object.values(this.freeSockets)) {
      for (const socket of sockets ?? []) socket.destroy();
    }
  }
}
