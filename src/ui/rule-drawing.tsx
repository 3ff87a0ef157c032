/**
 * One drawing for each of the eight rules, as the path of a line drawing in a box of 32 × 32: our own work, of things and
 * not of numbers, gestures or colours, so that none favours a ticket.
 */
const PATHS: Readonly<Record<number, string>> = {
  /* A thumb. */
  1: "M4 14h6v13H4zM10 15l5-10c2 0 3.6 1.5 3 4l-1 4h8q3 .4 2 3.5l-2.5 8.5q-.6 2-2.5 2H10",
  /* A stage with a crowd before it. */
  2: "M8 11h16l-2-6H10zM16 11v4M6 20a2 2 0 1 0 4 0a2 2 0 1 0-4 0M14 20a2 2 0 1 0 4 0a2 2 0 1 0-4 0M22 20a2 2 0 1 0 4 0a2 2 0 1 0-4 0M4 29q0-5 4-5t4 5q0-5 4-5t4 5q0-5 4-5t4 5",
  /* A post. */
  3: "M4 5h24v17H15l-6 5v-5H4zM10 11h12M10 16h8",
  /* A shirt. */
  4: "M11 5l-8 5 3 6 4-2v13h12V14l4 2 3-6-8-5q-1 4-5 4t-5-4z",
  /* A camera. */
  5: "M3 10h7l2-4h8l2 4h7v16H3zM11 17.5a5 5 0 1 0 10 0a5 5 0 1 0-10 0",
  /* Talk above a desk. */
  6: "M3 27h26M6 27v-6h20v6M4 4h13v9h-6l-3 3v-3H4zM21 8h7v8h-2v2l-3-2h-2",
  /* A sticker on a car. */
  7: "M7 24H3v-7l4-2 3-7h11l4 7 4 2v7h-4M19 24h-6M7 24a3 3 0 1 0 6 0a3 3 0 1 0-6 0M19 24a3 3 0 1 0 6 0a3 3 0 1 0-6 0M14 12h4v5h-4z",
  /* Two lecterns. */
  8: "M3 15h10l-2 12H5zM19 15h10l-2 12h-6zM6 8a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M21 8a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M15 6h2M15 10h2",
};

/** The drawing of the rule with this number, or nothing for an extra rule. Decoration: the rule's title stands beside it. */
export function RuleDrawing({ number, size = 32 }: { number: number | undefined; size?: number }) {
  const path = PATHS[number ?? 0];
  return path ? (
    <svg class="drawing" width={size} height={size} viewBox="0 0 32 32" focusable="false" aria-hidden="true">
      <path d={path} />
    </svg>
  ) : null;
}
