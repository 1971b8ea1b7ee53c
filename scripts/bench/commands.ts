import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../test/app/bot.ts';
import { firm } from './data.ts';
import { botInSlack, command } from './slack.ts';
import { interleaved, median, milliseconds } from './stats.ts';
import type { Result } from './table.ts';

const script = fileURLToPath(new URL('bare.ts', import.meta.url));

/** A slash command from signed request to card, against a bare Bolt app on the same database. */
export async function commands(folder: string): Promise<Result[]> {
  const { slack, people, bot, stop } = await botInSlack(folder);
  const [person] = people;
  if (!person) throw new Error('nobody is there');
  const { botToken, signingSecret } = slack.world.settings;
  const port = await freePort();
  const bare = fork(script, [String(port), folder, slack.apiUrl, botToken, signingSecret], {
    execArgv: ['--import', 'tsx'],
  });
  await once(bare, 'message');
  const at = (url: string, line: string) => {
    slack.useHttp(`${url}/slack/events`);
    return command(slack, person, line);
  };
  let added = 0;
  const samples = await interleaved(
    {
      bare: () => at(`http://127.0.0.1:${port}`, '/bare anything'),
      show: () => at(bot.url, '/deal show 42'),
      add: () => at(bot.url, `/deal add "Added ${++added}" 500tr company:${firm(7)}`),
    },
    { rounds: 300, warmUp: 60 },
  );
  bare.kill();
  await once(bare, 'exit');
  await stop();
  return (['show', 'add'] as const).map((name) => ({
    what: `/deal ${name}, from request to card, at 2,000 deals`,
    measured: milliseconds(median(samples[name])),
    against: `bare Bolt app: ${milliseconds(median(samples.bare))}`,
    value: median(samples[name]) / median(samples.bare),
    limit: 2.5,
    unit: '×',
  }));
}
