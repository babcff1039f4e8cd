/** As the platform's, with no more than Suzu needs: what is given out goes by the user's ways to the network. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** `fetch` that tells who asks: some servers turn away a client without a name of its own. */
export function fetchAs(userAgent: string, fetch: Fetch): Fetch {
  return (url, init) => {
    const headers = new Headers(init.headers);
    headers.set('user-agent', userAgent);
    return fetch(url, { ...init, headers });
  };
}
