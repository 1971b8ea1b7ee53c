import { readFile } from 'node:fs/promises';
import { type Bot, startBot } from '../../test/app/bot.ts';
import { firm } from './data.ts';
import { botInSlack, command } from './slack.ts';
import { median, milliseconds, timed } from './stats.ts';
import type { Result } from './table.ts';

const rounds = 5;

/** A start with the demo company in the database already, until it is ready. */
export async function starts(folder: string): Promise<Result[]> {
  const first = await startBot({ DATA_DIR: folder });
  await first.end('SIGTERM');
  const took: number[] = [];
  const sizes: number[] = [];
  for (let round = 0; round < rounds; round++) {
    let bot: Bot | undefined;
    took.push(
      await timed(async () => {
        bot = await startBot({ DATA_DIR: folder });
      }),
    );
    sizes.push(await residentMemory(bot as Bot));
    await bot?.end('SIGTERM');
  }
  return [
    {
      what: 'start with the demo company in its database',
      measured: milliseconds(median(took)),
      against: `${rounds} starts`,
      value: median(took),
      limit: 3000,
      unit: 'ms',
    },
    memory('memory after that start', median(sizes)),
  ];
}

/** The memory of the bot in Slack, before and after fifty commands. */
export async function memories(folder: string): Promise<Result[]> {
  const { slack, people, bot, stop } = await botInSlack(folder);
  const [person] = people;
  if (!person) throw new Error('nobody is there');
  const before = await residentMemory(bot);
  for (let i = 0; i < 10; i++)
    for (const line of [
      '/deal show 42',
      '/deal add "One more" 500tr',
      `/find ${firm(3)}`,
      '/pipeline',
      '/digest now',
    ])
      await command(slack, person, line);
  const after = await residentMemory(bot);
  await stop();
  return [memory('memory after a start in Slack', before), memory('the same after 50 commands', after)];
}

const memory = (what: string, value: number): Result => ({
  what,
  measured: `${Math.round(value)} MB`,
  against: 'resident, all of the bot',
  value,
  limit: 512,
  unit: 'MB',
});

/** In MB of 1024 × 1024 bytes. */
async function residentMemory({ child }: Bot): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}
