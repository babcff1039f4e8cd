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

  /** @param picturesDir see `DemoServerOptions`. */
  constructor(picturesDir: string) {
    this.#picturesDir = picturesDir;
  }

  /** Starts the server, lets its community live, and gives access. Rejects when no port can be had. */
  async start(): Promise<DemoAccess> {
    this.#server ??= createDemoServer({ picturesDir: this.#picturesDir, autoPlay: true });
    const origin = await this.#server.start();
    return { origin, token: this.#server.issueToken(demoAccount) };
  }

  async stop(): Promise<void> {
    await this.#server?.kill();
  }
}
