import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';

/** A real HTTP server on loopback that the test answers for. */
export interface HttpServer {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly port: number;
  /** Every request with its whole body, oldest first. */
  readonly requests: readonly { readonly request: IncomingMessage; readonly body: string }[];
  /** Answers every request from now on; called when the body has arrived. */
  answer: (response: ServerResponse, request: IncomingMessage) => void;
  close(): Promise<void>;
}

/** Answers 404 until told otherwise. */
export async function httpServer(): Promise<HttpServer> {
  const requests: { request: IncomingMessage; body: string }[] = [];
  const onRequest: RequestListener = (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      requests.push({ request, body: Buffer.concat(chunks).toString('utf8') });
      started.answer(response, request);
    });
  };
  const server = createServer(onRequest);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const port = portOf(server);
  const started: HttpServer = {
    origin: `http://127.0.0.1:${port}`,
    port,
    requests,
    answer: (response) => response.writeHead(404).end(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return started;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return address.port;
}
