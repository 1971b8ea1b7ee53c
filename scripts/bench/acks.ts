import { firm } from './data.ts';
import { botInSlack } from './slack.ts';
import { median, milliseconds, percentile, timed } from './stats.ts';
import type { Result } from './table.ts';

const inFlight = 16;
const lines = [
  ['/deal', 'show 42'],
  ['/deal', 'add "Added" 500tr'],
  ['/log', 'note 42 "Called back"'],
  ['/find', firm(77)],
] as const;

/** Acknowledgements with many commands in flight, alone and while digests over all deals are being made. */
export async function acks(folder: string): Promise<Result[]> {
  const { slack, people, stop } = await botInSlack(folder);
  const reader = people.at(-1);
  if (!reader) throw new Error('nobody is there');

  async function load(samples: number): Promise<number[]> {
    const took: number[] = [];
    const before = slack.store.messages.length;
    let asked = 0;
    const ask = async (person: (typeof people)[number]) => {
      while (asked < samples) {
        const [name, text] = lines[asked++ % lines.length] as (typeof lines)[number];
        took.push(await timed(() => person.slash(name, text)));
      }
    };
    await Promise.all(people.slice(0, inFlight).map(ask));
    await slack.store.until(() => slack.store.messages.length >= before + samples, 'all answers', 120_000);
    return took;
  }

  await load(160);
  const alone = await load(800);
  let digests = 0;
  let isOver = false;
  const makeDigests = async () => {
    while (!isOver) {
      digests += 1;
      const seen = slack.messages(reader.im).length;
      await reader.slash('/digest', 'now');
      await slack.store.until(() => slack.messages(reader.im).length > seen, 'a digest', 120_000);
    }
  };
  const making = makeDigests();
  const during = await load(800);
  isOver = true;
  await making;
  await stop();
  const result = (what: string, samples: readonly number[]): Result => ({
    what,
    measured: `p99 ${milliseconds(percentile(samples, 0.99))}`,
    against: `median ${milliseconds(median(samples))}`,
    value: percentile(samples, 0.99),
    limit: 1000,
    unit: 'ms',
  });
  return [
    result('acknowledged, 16 commands in flight, at 100,000 deals', alone),
    result(`the same while ${digests} digests over them are made`, during),
  ];
}
