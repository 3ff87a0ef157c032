import type { ComponentChildren } from "preact";

/** A region that scrolls sideways on a narrow screen; it is focusable, so that arrow keys scroll it. */
export function ScrollRegion({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the only way to scroll it without a pointer
    <section class="scroll" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
