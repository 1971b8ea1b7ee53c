import type { Completion } from './complete.ts';

/** How the command on the line goes on: its fields, the present one marked. */
export function Usage({ completion: { command, field } }: { completion: Completion }) {
  if (!command) return null;
  return (
    <div class="usage">
      <span class="usage-name">/{command.name}</span>
      {command.fields.map(({ name, label, key, positional, required }) => (
        <span key={name} class={name === field?.name ? 'slot current' : 'slot'}>
          {positional ? label : `${key}:`}
          {required && '*'}
        </span>
      ))}
      <span class="usage-about">{command.about}</span>
    </div>
  );
}
