/** A rectangle on the desktop, in device-independent pixels. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A screen: all of it, and what panels and docks leave free. */
export interface Screen {
  readonly bounds: Rectangle;
  readonly workArea: Rectangle;
}

/** What the window's page needs to lay itself out, in CSS px. */
const leastPage: Size = { width: 200, height: 240 };
const leastWindow: Size = { width: 320, height: 400 };

/**
 * The smallest size of the window in device-independent pixels.
 *
 * @param scale how large its page is drawn; 1 = 100 %
 */
export function smallestWindow(scale: number): Size {
  return {
    width: Math.max(leastWindow.width, Math.ceil(leastPage.width * scale)),
    height: Math.max(leastWindow.height, Math.ceil(leastPage.height * scale)),
  };
}

/** Kept free between the window and what it stands next to. */
const margin = 8;

/**
 * Where the window goes: at the tray icon where the system tells where that is, else in the corner
 * next to the panel. Always whole on the screen, if it fits at all.
 *
 * @param icon the tray icon's rectangle; null (or an empty one, which Linux reports) = unknown.
 */
export function placeWindow(size: Size, screen: Screen, icon: Rectangle | null): Rectangle {
  const { workArea } = screen;
  const width = Math.min(size.width, workArea.width);
  const height = Math.min(size.height, workArea.height);
  const known = icon !== null && icon.width > 0 && icon.height > 0 ? icon : null;
  const { x, y } = known
    ? besideIcon({ width, height }, screen, known)
    : besidePanel({ width, height }, screen);
  return {
    x: clamp(Math.round(x), workArea.x, workArea.x + workArea.width - width),
    y: clamp(Math.round(y), workArea.y, workArea.y + workArea.height - height),
    width,
    height,
  };
}

type Edge = 'top' | 'bottom' | 'left' | 'right';

/** Which edge of the screen the panel takes; where none is reserved, the top as on GNOME and macOS. */
function panelEdge({ bounds, workArea }: Screen): Edge {
  if (workArea.y > bounds.y) return 'top';
  if (workArea.y + workArea.height < bounds.y + bounds.height) return 'bottom';
  if (workArea.x > bounds.x) return 'left';
  if (workArea.x + workArea.width < bounds.x + bounds.width) return 'right';
  return 'top';
}

/**
 * The edge that carries the icon: the panel it lies in (a screen may have several), else the nearest
 * edge, because a panel that hides itself reserves nothing.
 */
function iconEdge({ bounds, workArea }: Screen, icon: Rectangle): Edge {
  if (icon.y + icon.height <= workArea.y) return 'top';
  if (icon.y >= workArea.y + workArea.height) return 'bottom';
  if (icon.x + icon.width <= workArea.x) return 'left';
  if (icon.x >= workArea.x + workArea.width) return 'right';
  const distances: readonly [Edge, number][] = [
    ['top', icon.y - bounds.y],
    ['bottom', bounds.y + bounds.height - (icon.y + icon.height)],
    ['left', icon.x - bounds.x],
    ['right', bounds.x + bounds.width - (icon.x + icon.width)],
  ];
  const [edge] = distances.reduce((best, other) => (other[1] < best[1] ? other : best));
  return edge;
}

function besideIcon(size: Size, screen: Screen, icon: Rectangle) {
  const { workArea } = screen;
  const centredX = icon.x + icon.width / 2 - size.width / 2;
  const centredY = icon.y + icon.height / 2 - size.height / 2;
  switch (iconEdge(screen, icon)) {
    case 'top':
      return { x: centredX, y: workArea.y + margin };
    case 'bottom':
      return { x: centredX, y: workArea.y + workArea.height - size.height - margin };
    case 'left':
      return { x: workArea.x + margin, y: centredY };
    case 'right':
      return { x: workArea.x + workArea.width - size.width - margin, y: centredY };
  }
}

/** Panels carry their tray at the end: on the right, or at the foot of an upright panel. */
function besidePanel(size: Size, screen: Screen) {
  const { workArea } = screen;
  const edge = panelEdge(screen);
  const right = workArea.x + workArea.width - size.width - margin;
  const bottom = workArea.y + workArea.height - size.height - margin;
  return {
    x: edge === 'left' ? workArea.x + margin : right,
    y: edge === 'top' ? workArea.y + margin : bottom,
  };
}

function clamp(value: number, lowest: number, highest: number): number {
  return Math.max(lowest, Math.min(value, highest));
}
