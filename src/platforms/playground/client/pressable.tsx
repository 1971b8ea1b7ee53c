import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';

interface PressableProps {
  readonly class: string;
  readonly children: ComponentChildren;
  press(): Promise<void>;
}

/** A button that takes no second press while the first is being answered. It keeps the focus. */
export function Pressable({ class: kind, children, press }: PressableProps) {
  const busy = useRef(false);
  const [shown, show] = useState(false);
  async function pressed() {
    if (busy.current) return;
    busy.current = true;
    show(true);
    try {
      await press();
    } finally {
      busy.current = false;
      show(false);
    }
  }
  return (
    <button type="button" class={`button ${kind}`} aria-disabled={shown} onClick={pressed}>
      {children}
    </button>
  );
}
