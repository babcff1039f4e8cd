import { createEffect, createSignal, on, onCleanup, onMount } from 'solid-js';
import type { MediaAddress } from '../../src-main/ipc/contract.ts';
import { handlePicture } from './handling.ts';
import { type Box, fitBox, fitted, type Point, panBy, type Zoom, zoomAt } from './zoom.ts';

const nothing: Box = { width: 0, height: 0 };
const middle: Point = { x: 0, y: 0 };

/** A picture on the stage: the wheel and a double click zoom, dragging moves it. */
export function Picture(props: {
  readonly source: MediaAddress;
  readonly description: string;
  readonly zoom: Zoom;
  readonly onZoom: (change: (before: Zoom) => Zoom) => void;
  readonly onLoad: () => void;
  readonly onError: () => void;
  /** Gives the way to zoom about the middle, for buttons and keys. */
  readonly onReady: (zoomBy: (factor: number) => void) => void;
}) {
  const [stage, setStage] = createSignal(nothing);
  const [natural, setNatural] = createSignal(nothing);
  const picture = () => fitBox(natural(), stage());
  let frame: HTMLDivElement | undefined;

  const zoomBy = (factor: number, at: Point) =>
    props.onZoom((zoom) => zoomAt(zoom, factor, at, picture(), stage()));
  const moveBy = (by: Point) => props.onZoom((zoom) => panBy(zoom, by, picture(), stage()));

  onMount(() => {
    if (frame === undefined) return;
    handlePicture(frame, {
      zoomBy,
      panBy: moveBy,
      isZoomed: () => props.zoom.scale > 1,
      reset: () => props.onZoom(() => fitted),
    });
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const { width, height } = entry.contentRect;
      setStage({ width, height });
    });
    observer.observe(frame);
    onCleanup(() => observer.disconnect());
  });
  // What was in its place may not be any more.
  createEffect(on(stage, () => moveBy(middle), { defer: true }));
  props.onReady((factor) => zoomBy(factor, middle));

  return (
    <div ref={frame} class="viewer-picture" classList={{ zoomed: props.zoom.scale > 1 }}>
      <img
        src={props.source}
        alt={props.description}
        draggable={false}
        style={{
          transform: `translate(${props.zoom.x}px, ${props.zoom.y}px) scale(${props.zoom.scale})`,
        }}
        onLoad={(event) => {
          const { naturalWidth, naturalHeight } = event.currentTarget;
          setNatural({ width: naturalWidth, height: naturalHeight });
          props.onLoad();
        }}
        onError={() => props.onError()}
      />
    </div>
  );
}
