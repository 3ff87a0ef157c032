import type { ComponentChild } from "preact";

/**
 * Small drawings in the colour of the text around them: they set the scene and say nothing that the words do not, so
 * screen readers skip them. Without numbers, flags and party colours.
 */
function Drawing({ box, children, name }: { box: string; name: string; children: ComponentChild }) {
  return (
    <svg
      class={`drawing ${name}`}
      viewBox={box}
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      focusable="false"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

const person = (x: number, y: number, size = 1) => (
  <g transform={`translate(${x} ${y}) scale(${size})`}>
    <circle cx="0" cy="0" r="9" />
    <path d="M-16 36v-6a16 16 0 0 1 32 0v6" />
  </g>
);

/** Somebody's picture: one person, or several for a group. */
export const Portrait = ({ many = false }: { many?: boolean }) => (
  <Drawing name="portrait" box="0 0 48 48">
    <circle cx="24" cy="24" r="22" />
    {many ? (
      <>
        <circle cx="17" cy="20" r="5" />
        <circle cx="31" cy="20" r="5" />
        <path d="M8 37a9 9 0 0 1 18 0M22 37a9 9 0 0 1 18 0" />
      </>
    ) : (
      <>
        <circle cx="24" cy="19" r="7" />
        <path d="M11 38a13 13 0 0 1 26 0" />
      </>
    )}
  </Drawing>
);

/** A framed photograph of people. */
export const PhotoFrame = () => (
  <Drawing name="wide" box="0 0 240 96">
    <rect x="2" y="2" width="236" height="92" rx="8" />
    <path d="M2 74l50-30 34 22 40-34 60 42 52-28" opacity="0.35" />
    {person(84, 38)}
    {person(120, 32, 1.15)}
    {person(158, 38)}
    <circle cx="208" cy="22" r="8" opacity="0.5" />
  </Drawing>
);

/** A counter with a desk and a shelf. */
export const OfficeRoom = () => (
  <Drawing name="wide" box="0 0 240 96">
    <path d="M2 94h236M16 94V60h92v34M16 60h92" />
    {person(60, 26)}
    <path d="M76 60V46h22v14M80 46l-2-8h26l-2 8" />
    <rect x="140" y="10" width="80" height="52" rx="4" />
    <path d="M140 36h80M154 36V18h8v18M168 36V22h6v14M182 36V16h10v20M152 62V46h12v16M176 62V48h8v14" />
    <path d="M150 94V78h60v16" opacity="0.5" />
  </Drawing>
);

/** A car and a motorcycle at the roadside. */
export const Vehicles = () => (
  <Drawing name="wide" box="0 0 240 96">
    <path d="M2 88h236" opacity="0.5" />
    <path d="M20 76h-6V58l16-4 18-22h50l22 24 22 4v16h-8M52 76h52" />
    <circle cx="36" cy="76" r="11" />
    <circle cx="120" cy="76" r="11" />
    <path d="M54 52l12-14h14v14zM88 52V38h8l14 14zM80 52" />
    <circle cx="176" cy="76" r="11" />
    <circle cx="222" cy="76" r="11" />
    <path d="M176 76l14-22h18l14 22M190 54h-12M208 54l-4-14h10M196 76h14" />
  </Drawing>
);

/** A leaf of a calendar. */
export const CalendarLeaf = () => (
  <Drawing name="leaf" box="0 0 64 64">
    <rect x="6" y="12" width="52" height="46" rx="6" />
    <path d="M6 26h52M20 6v12M44 6v12" />
    <path d="M18 38h8M30 38h8M42 38h6M18 48h8M30 48h8" />
  </Drawing>
);

/** An open letter. */
export const Letter = () => (
  <Drawing name="leaf" box="0 0 64 64">
    <path d="M6 28L32 8l26 20v30H6z" />
    <path d="M6 28l26 18 26-18M16 34V18h32v16" />
  </Drawing>
);

/** A stage seen through a camera. */
export const Stage = () => (
  <Drawing name="wide" box="0 0 240 96">
    <rect x="2" y="2" width="236" height="92" rx="8" />
    <path d="M40 80h160M60 80V66h120v14M72 14l14 30M168 14l-14 30" />
    {person(120, 26)}
    <path d="M136 44v22M132 40h8" />
    <path
      d="M20 94a10 10 0 0 1 20 0M50 94a10 10 0 0 1 20 0M80 94a10 10 0 0 1 20 0M110 94a10 10 0 0 1 20 0M140 94a10 10 0 0 1 20 0M170 94a10 10 0 0 1 20 0M200 94a10 10 0 0 1 20 0"
      opacity="0.6"
    />
  </Drawing>
);
