/** Where the demo's feeds are. */
export const demoFeedPaths = {
  /** Server-sent events, named `build`. */
  builds: '/demo-feeds/builds',
  /** A WebSocket; `since` goes on after an event. */
  house: '/demo-feeds/doorbell',
  /** MQTT over a WebSocket. */
  plants: '/demo-feeds/mqtt',
} as const;
