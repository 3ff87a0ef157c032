import type { IconNode } from "lucide";
import { h } from "preact";

/**
 * One Lucide icon; decoration only, the words beside it (or the button's label) carry the meaning.
 * Import icons by name from "lucide", so that only those used are bundled.
 */
export function Icon({ of, size = 20 }: { of: IconNode; size?: number }) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      focusable="false"
      aria-hidden="true"
    >
      {of.map(([tag, attributes]) => h(tag as "path", attributes as Record<string, string>))}
    </svg>
  );
}
