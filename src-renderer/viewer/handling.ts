import { type Point, wheelFactor, zoomStep } from './zoom.ts';

/** What the pointer does to a picture. */
export interface Handled {
  /** `at`: CSS px from the middle of the element. */
  readonly zoomBy: (factor: number, at: Point) => void;
  readonly panBy: (by: Point) => void;
  readonly isZoomed: () => boolean;
  readonly reset: () => void;
}

/** Lets the wheel and a double click zoom, and dragging move. Ends with the element. */
export function handlePicture(element: HTMLElement, handled: Handled): void {
  let dragged: Point | null = null;
  const release = () => {
    dragged = null;
  };
  const pointOf = (event: MouseEvent): Point => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: event.clientX - left - width / 2, y: event.clientY - top - height / 2 };
  };

  element.addEventListener('wheel', (event) => {
    event.preventDefault();
    handled.zoomBy(wheelFactor(event.deltaY), pointOf(event));
  });
  element.addEventListener('dblclick', (event) => {
    if (handled.isZoomed()) handled.reset();
    else handled.zoomBy(zoomStep ** 2, pointOf(event));
  });
  element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    element.setPointerCapture(event.pointerId);
    dragged = { x: event.clientX, y: event.clientY };
  });
  element.addEventListener('pointermove', (event) => {
    if (dragged === null) return;
    handled.panBy({ x: event.clientX - dragged.x, y: event.clientY - dragged.y });
    dragged = { x: event.clientX, y: event.clientY };
  });
  element.addEventListener('pointerup', release);
  element.addEventListener('pointercancel', release);
}
