import type { IconNode } from "lucide";
import { h } from "preact";

/**
 * One Lucide icon. It is decoration: the text beside it or the button's label carries the meaning.
 * Import icons by name from "lucide", so that only the used ones are bundled.
 */
export function Icon({ icon, size = 20 }: { icon: IconNode; size?: number }) {
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
      {icon.map(([tag, attributes]) => h(tag as "path", attributes as Record<string, string>))}
    </svg>
  );
}
