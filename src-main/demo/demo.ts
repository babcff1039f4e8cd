import { createDemoServer, type DemoServer, demoAccount } from './server.ts';

/** Access to the demo's own account. */
export interface DemoAccess {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly token: string;
}

/** The embedded server as the app uses it: started when somebody asks for it, at most once. */
export class Demo {
  readonly #picturesDir: string;
  #server: DemoServer | null = null;
  #starting: Promise<string> | null = null;

  /** @param picturesDir see `DemoServerOptions`. */
  constructor(picturesDir: string) {
    this.#picturesDir = picturesDir;
  }

  /** Starts the server, lets its community live, and gives access. Rejects when no port can be had. */
  async start(): Promise<DemoAccess> {
    const server =
      this.#server ?? createDemoServer({ picturesDir: this.#picturesDir, autoPlay: true });
    this.#server = server;
    // Whoever asks while it starts waits for the same start.
    this.#starting ??= server.start().finally(() => {
      this.#starting = null;
    });
    const origin = await this.#starting;
    return { origin, token: server.issueToken(demoAccount) };
  }

  async stop(): Promise<void> {
    await this.#server?.kill();
  }
}
