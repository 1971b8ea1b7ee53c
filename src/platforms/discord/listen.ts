import { randomBytes } from 'node:crypto';
import { Events, type Interaction, type Message } from 'discord.js';
import { translator } from '../../i18n/index.ts';
import { converse } from './converse.ts';
import type { Desk } from './desk.ts';
import { interact, privately, suggest } from './interact.ts';
import { sentence } from './render.ts';

/** Takes what Discord tells us. Nothing thrown inside escapes. Returns how to stop: nothing new, then what is under way. */
export function listen(desk: Desk): () => Promise<void> {
  const { client, log } = desk;
  const underWay = new Set<Promise<void>>();
  const under = (work: Promise<void>) => {
    const done = work.finally(() => underWay.delete(done));
    underWay.add(done);
  };
  const onInteraction = (interaction: Interaction) => under(guarded(desk, interaction));
  const onMessage = (message: Message) =>
    under(
      converse(desk, message).catch((error: unknown) => {
        log.error({ err: error, message: message.id }, 'a message could not be answered');
      }),
    );
  client.on(Events.InteractionCreate, onInteraction);
  client.on(Events.MessageCreate, onMessage);
  return async () => {
    client.off(Events.InteractionCreate, onInteraction);
    client.off(Events.MessageCreate, onMessage);
    while (underWay.size > 0) await Promise.allSettled(underWay);
  };
}

async function guarded(desk: Desk, interaction: Interaction): Promise<void> {
  try {
    if (interaction.isAutocomplete()) await suggest(desk, interaction);
    else if (interaction.isRepliable()) await interact(desk, interaction);
  } catch (error) {
    const token = randomBytes(4).toString('hex');
    desk.log.error(
      { err: error, token, interaction: interaction.id },
      'an interaction could not be answered',
    );
    if (!interaction.isRepliable()) return;
    const t = translator(desk.chat.locale({ platform: 'discord', userId: interaction.user.id }));
    // Taken only where nothing was answered yet; the log has the rest.
    await privately(desk, interaction, sentence(t('problem.fault', { token }))).catch(() => undefined);
  }
}
