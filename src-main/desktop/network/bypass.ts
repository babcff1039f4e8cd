import { BlockList, isIP } from 'node:net';

/** Whether a server is reached without the proxy. `host`: a name or an address, without brackets. */
export type Bypass = (host: string, port: number) => boolean;

/**
 * Reads a list of servers that need no proxy, by comma, semicolon or space, as other programs write it:
 * `example.com` (and its subdomains), `*.example.com`, `.example.com` (its subdomains alone),
 * `host:8443`, `10.0.0.0/8`, `fd00::/8`, `<local>` (names without a dot), `*` (all). What is not
 * understood matches nothing.
 */
export function parseBypass(list: string): Bypass {
  const rules = list
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((entry) => entry !== '')
    .map(ruleOf);
  return (host, port) => rules.some((rule) => rule(host.toLowerCase().replace(/\.$/, ''), port));
}

function ruleOf(entry: string): Bypass {
  if (entry === '*') return () => true;
  if (entry === '<local>') return (host) => !host.includes('.') && isIP(host) === 0;
  const range = rangeOf(entry);
  if (range !== null) return range;
  const [, name = '', port] = /^(\[[^\]]+\]|[^:]+|[^[]*:[^[]*:.*?)(?::(\d+))?$/.exec(entry) ?? [];
  const matches = nameRule(name.replace(/^\[|\]$/g, ''));
  return (host, at) => (port === undefined || Number(port) === at) && matches(host);
}

function nameRule(name: string): (host: string) => boolean {
  if (name === '') return () => false;
  if (name.startsWith('*.') || name.startsWith('.')) {
    const ending = name.replace(/^\*?/, '');
    return (host) => host.endsWith(ending) && host.length > ending.length;
  }
  return (host) => host === name || host.endsWith(`.${name}`);
}

function rangeOf(entry: string): Bypass | null {
  const [, address = '', bits] = /^\[?([\da-f.:]+)\]?\/(\d{1,3})$/.exec(entry) ?? [];
  const family = isIP(address);
  if (family === 0 || Number(bits) > (family === 4 ? 32 : 128)) return null;
  const type = family === 4 ? 'ipv4' : 'ipv6';
  const block = new BlockList();
  block.addSubnet(address, Number(bits), type);
  return (host) => isIP(host) === family && block.check(host, type);
}
