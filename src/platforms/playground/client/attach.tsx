import { useRef } from 'preact/hooks';
import { Icon } from './icons.tsx';
import { useSay } from './page.ts';

/** Picks files to hand to the bot. */
export function Attach({ attach }: { attach(file: File): void }) {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          for (const file of currentTarget.files ?? []) attach(file);
          currentTarget.value = '';
        }}
      />
      <button
        type="button"
        class="icon-button"
        aria-label={say('playground.attach')}
        title={say('playground.attach')}
        onClick={() => input.current?.click()}
      >
        <Icon name="clip" />
      </button>
    </>
  );
}
