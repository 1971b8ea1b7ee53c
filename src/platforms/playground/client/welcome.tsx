import type { Channel } from '../protocol.ts';
import { usePage, useSay } from './page.ts';

const examples = ['pipeline', 'deal.add', 'me', 'kpi', 'digest.now', 'crm.help'];

/** The beginning of a conversation: where one is, and while it is empty a few things to try. */
export function Welcome({
  channel,
  isEmpty,
  type,
}: {
  channel: Channel;
  isEmpty: boolean;
  type(line: string): void;
}) {
  const { commands, me } = usePage();
  const say = useSay();
  const ids = me.access === 'anyone' ? ['crm.join', 'crm.help'] : examples;
  const tries = ids.flatMap((id) => commands.filter((command) => command.id === id));
  return (
    <div class="welcome">
      <img src="/playground/icon.svg" alt="" width="56" height="56" />
      <h2>{channel.direct ? channel.name : say('playground.welcome')}</h2>
      <p>{say(channel.direct ? 'playground.welcome.direct' : 'playground.welcome.channel')}</p>
      {isEmpty && (
        <>
          <h3 id="tries">{say('playground.try')}</h3>
          <ul class="tries" aria-labelledby="tries">
            {tries.map(({ id, name, about }) => (
              <li key={id}>
                <button type="button" class="try" onClick={() => type(`/${name}`)}>
                  <code>/{name}</code>
                  <span>{about}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
