/**
 * Whether an answer is not the server's but of a network that wants somebody to sign in to it first:
 * it says so (511, RFC 6585), or leads every request to a page on another host.
 */
export function isSignInPage(response: Response, origin: string): boolean {
  if (response.status === 511) return true;
  const location = response.headers.get('location');
  if (response.status < 300 || response.status >= 400 || location === null) return false;
  const to = targetOf(location, origin);
  return to !== null && !isSameSite(to.hostname, new URL(origin).hostname);
}

function targetOf(location: string, origin: string): URL | null {
  try {
    return new URL(location, origin);
  } catch {
    return null;
  }
}

/** `example.social` and `www.example.social` belong together: a server that moved a little is no portal. */
function isSameSite(one: string, other: string): boolean {
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
}
