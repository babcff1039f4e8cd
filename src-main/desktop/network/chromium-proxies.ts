import { type Session, session } from 'electron';

/** What Chromium knows of proxies: the system's settings, and how to run a proxy script. */
export interface ChromiumProxies {
  /** Goes by the system's settings, or by this script, from now on. */
  use(source: 'system' | { readonly script: string }): Promise<void>;
  /** The ways to an address as a list (`PROXY a:8080; DIRECT`), asked for anew each time. */
  resolve(url: string): Promise<string>;
}

/**
 * Asks Chromium, in a session of its own: nothing is ever loaded in it.
 *
 * @param name tells apart those who ask.
 */
export function chromiumProxies(name: string): ChromiumProxies {
  let made: Session | null = null;
  const asked = () => {
    // Without `persist:` it lives in memory.
    made ??= session.fromPartition(`suzu-network-${name}`, { cache: false });
    return made;
  };
  return {
    use: (source) =>
      asked().setProxy(
        source === 'system'
          ? { mode: 'system' }
          : { mode: 'pac_script', pacScript: dataAddress(source.script) },
      ),
    resolve: (url) => asked().resolveProxy(url),
  };
}

function dataAddress(script: string): string {
  const encoded = Buffer.from(script).toString('base64');
  return `data:application/x-ns-proxy-autoconfig;base64,${encoded}`;
}
