/** Best of five runs of a fixed piece of integer work, in ms: the speed of the machine at this moment. */
export function calibrate(): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 5; run++) {
    const start = performance.now();
    let hash = 0x811c9dc5;
    for (let i = 0; i < 20_000_000; i++) hash = Math.imul(hash ^ (i & 255), 0x01000193);
    best = Math.min(best, performance.now() - start + (hash === 1 ? 1 : 0));
  }
  return best;
}
