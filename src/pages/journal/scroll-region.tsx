import type { ComponentChildren } from "preact";

/** A part that scrolls sideways by itself on a narrow screen; it takes the focus so that arrow keys scroll it. */
export function Scroll({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the only way to scroll it without a pointer
    <section class="scroll" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
