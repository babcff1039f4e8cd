/** What the desktop tells of itself; null where it does not tell. */
export interface DesktopState {
  /** The desktop's own do-not-disturb is on. */
  readonly doNotDisturb: boolean | null;
  /** A full-screen program or a presentation runs. */
  readonly fullScreen: boolean | null;
  readonly locked: boolean | null;
  /** Suzu's own window has the focus. */
  readonly windowFocused: boolean;
  readonly onBattery: boolean | null;
  /** The network is paid by volume. */
  readonly metered: boolean | null;
}

/** A desktop that tells nothing, or has told nothing yet. */
export const untoldDesktop: DesktopState = {
  doNotDisturb: null,
  fullScreen: null,
  locked: null,
  windowFocused: false,
  onBattery: null,
  metered: null,
};

/** Follows what the desktop tells, without ever blocking. */
export interface DesktopWatch {
  /** As far as it is known at this moment. */
  readonly state: DesktopState;
  /** Calls back after each change, until the returned function is called. */
  onChange(listener: (state: DesktopState) => void): () => void;
  stop(): void;
}
