import type { Card } from '../../chat/card.ts';
import type { Locale } from '../../i18n/index.ts';
import { isAboutBlocks } from './errors.ts';
import { uploadCharts } from './pictures.ts';
import { type Look, type Rendered, render } from './render.ts';
import type { Slack } from './slack.ts';

/**
 * Hands a card to `post` in the best shape that Slack takes: with its pictures, else with tables in their place,
 * else as its words. Slack refuses blocks before anything is shown, so the next shape is no repetition.
 */
export async function compose<T>(
  card: Card,
  locale: Locale,
  slack: Slack,
  post: (rendered: Rendered) => Promise<T>,
  { surface = 'message', files = new Map() }: Partial<Pick<Look, 'surface' | 'files'>> = {},
): Promise<T> {
  const look: Look = { locale, zone: slack.zone, surface, files };
  const pictures = await uploadCharts(card, slack);
  if (pictures.size > 0) {
    try {
      return await post(render(card, { ...look, pictures }));
    } catch (error) {
      if (!isAboutBlocks(error)) throw error;
      slack.log.warn({ err: error }, 'Slack does not show the pictures of a card');
    }
  }
  const rendered = render(card, look);
  try {
    return await post(rendered);
  } catch (error) {
    if (!isAboutBlocks(error)) throw error;
    slack.log.error({ err: error, card }, 'Slack does not take the blocks of a card');
    const text = { type: 'plain_text', text: rendered.text, emoji: false } as const;
    return post({ text: rendered.text, blocks: [{ type: 'section', text }] });
  }
}
