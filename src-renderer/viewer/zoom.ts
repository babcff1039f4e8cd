/** How a picture lies on the stage: how many times larger than fitted in, and how far from the middle. */
export interface Zoom {
  readonly scale: number;
  /** CSS px from the middle of the stage to the middle of the picture. */
  readonly x: number;
  readonly y: number;
}

/** Width and height in CSS px. */
export interface Box {
  readonly width: number;
  readonly height: number;
}

/** A place on the stage, in CSS px from its middle. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The whole picture in the middle. */
export const fitted: Zoom = { scale: 1, x: 0, y: 0 };

/** How much a click on a button, or a double click, changes the scale. */
export const zoomStep = 1.5;
const mostScale = 10;

/**
 * Makes the picture larger or smaller by a factor; what is at `at` stays there as far as the edges allow.
 *
 * @param picture the picture as it is fitted in
 */
export function zoomAt(zoom: Zoom, factor: number, at: Point, picture: Box, stage: Box): Zoom {
  const scale = clamp(zoom.scale * factor, 1, mostScale);
  const grown = scale / zoom.scale;
  return within(
    { scale, x: at.x - (at.x - zoom.x) * grown, y: at.y - (at.y - zoom.y) * grown },
    picture,
    stage,
  );
}

/** Moves the picture by some px, as far as its edges allow. */
export function panBy(zoom: Zoom, by: Point, picture: Box, stage: Box): Zoom {
  return within({ scale: zoom.scale, x: zoom.x + by.x, y: zoom.y + by.y }, picture, stage);
}

/** How much a turn of the wheel changes the scale; `deltaY` in px, negative = towards the picture. */
export function wheelFactor(deltaY: number): number {
  return Math.exp(-clamp(deltaY, -200, 200) / 300);
}

/** A picture's size where it is made as large as fits, but not larger than it is. */
export function fitBox(natural: Box, stage: Box): Box {
  if (natural.width <= 0 || natural.height <= 0) return { width: 0, height: 0 };
  const scale = Math.min(1, stage.width / natural.width, stage.height / natural.height);
  return { width: natural.width * scale, height: natural.height * scale };
}

/** No edge of the picture comes further in than the edge of the stage, unless it fits between. */
function within({ scale, x, y }: Zoom, picture: Box, stage: Box): Zoom {
  const roomX = Math.max(0, (picture.width * scale - stage.width) / 2);
  const roomY = Math.max(0, (picture.height * scale - stage.height) / 2);
  return { scale, x: clamp(x, -roomX, roomX), y: clamp(y, -roomY, roomY) };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value)) + 0;
}
