import type { Tone } from '../../../chat/card.ts';

const shapes = {
  check: <path d="M4 10.5l4 4 8-9" />,
  note: <path d="M10 5.5v5.5M10 14.4v.1M10 2l8.5 15.5h-17z" />,
  cross: <path d="M5 5l10 10M15 5L5 15" />,
  send: <path d="M3 10L17 3l-4 14-3.2-5.6zM9.8 11.4L17 3" />,
  menu: <path d="M3 5.5h14M3 10h14M3 14.5h14" />,
  sun: (
    <path d="M10 6.5a3.5 3.5 0 100 7 3.5 3.5 0 000-7zM10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2M4 4l1.4 1.4M14.6 14.6L16 16M16 4l-1.4 1.4M5.4 14.6L4 16" />
  ),
  moon: <path d="M16.5 12A7 7 0 018 3.5 7 7 0 1016.5 12z" />,
  calendar: <path d="M3 5h14v12H3zM3 8.5h14M6.5 3v3.5M13.5 3v3.5" />,
  clock: <path d="M10 2.5a7.5 7.5 0 100 15 7.5 7.5 0 000-15zM10 6v4.2l2.8 1.8" />,
  down: <path d="M5 8l5 5 5-5" />,
  up: <path d="M5 12l5-5 5 5" />,
  download: <path d="M10 2.5v10M6 8.5l4 4 4-4M3.5 16.5h13" />,
  reply: <path d="M8 4.5L3 9.5l5 5M3 9.5h8a6 6 0 016 6v1" />,
  lock: <path d="M5 9h10v8H5zM7 9V6.5a3 3 0 016 0V9" />,
  clip: (
    <path d="M13.5 6.5L7.2 12.8a1.8 1.8 0 002.5 2.5l6.4-6.4a3.6 3.6 0 00-5-5L4.6 10.4a5.3 5.3 0 007.5 7.5l4.4-4.4" />
  ),
  code: <path d="M7 5.5L2.5 10 7 14.5M13 5.5l4.5 4.5-4.5 4.5" />,
};

/** A line drawing that words beside it, or its button's label, explain. */
export function Icon({ name }: { name: keyof typeof shapes }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      {shapes[name]}
    </svg>
  );
}

export const toneIcon = { good: 'check', warn: 'note', bad: 'cross' } as const satisfies Record<
  Exclude<Tone, 'plain'>,
  keyof typeof shapes
>;
