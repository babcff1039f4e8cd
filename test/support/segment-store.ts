import type { SegmentStore } from '../../src-main/engine/notices/history-archive.ts';

/** Segments in memory, and what is done to them; they survive who wrote them, as on a disk. */
export interface FakeSegmentStore extends SegmentStore {
  readonly segments: Map<number, Buffer>;
  /** The numbers of the segments that were read whole, in order. */
  readonly reads: number[];
  /** While set, writing and removing fail so. */
  failure: Error | null;
}

export function fakeSegmentStore(): FakeSegmentStore {
  const segments = new Map<number, Buffer>();
  const refuse = () => {
    if (store.failure !== null) throw store.failure;
  };
  const store: FakeSegmentStore = {
    segments,
    reads: [],
    failure: null,
    tidy: () => {},
    list: () => [...segments.keys()],
    peek: (segment) => segments.get(segment) ?? Buffer.alloc(0),
    write(segment, bytes) {
      refuse();
      segments.set(segment, bytes);
    },
    discard(segment) {
      segments.delete(segment);
    },
    head: async (segment) => segments.get(segment) ?? null,
    async read(segment) {
      store.reads.push(segment);
      return segments.get(segment) ?? null;
    },
    async rewrite(segment, bytes) {
      refuse();
      segments.set(segment, bytes);
    },
    async remove(segment) {
      refuse();
      segments.delete(segment);
    },
    size: async (segment) => segments.get(segment)?.length ?? 0,
  };
  return store;
}
