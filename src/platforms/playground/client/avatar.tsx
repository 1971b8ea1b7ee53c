/** The first letters of a name, or the bot's mark. For the eye only: the name stands beside it. */
export function Avatar({ name }: { name?: string | undefined }) {
  if (name === undefined)
    return (
      <span class="avatar bot" aria-hidden="true">
        <img src="/playground/icon.svg" alt="" width="36" height="36" />
      </span>
    );
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined];
  const shade = [...name].reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973, 7) % 5;
  return (
    <span class={`avatar shade-${shade}`} aria-hidden="true">
      {letters.map((word) => [...(word ?? '')][0]?.toUpperCase()).join('')}
    </span>
  );
}
