import pino from 'pino';
import type { Said } from '../../src/chat/line.ts';
import type { Answer, Invocation, Person } from '../../src/chat/platform.ts';
import { type Config, parseConfig } from '../../src/config.ts';
import { createCore, type Overrides } from '../../src/core.ts';
import type { Role } from '../../src/crm/context.ts';
import { ensurePipeline } from '../../src/crm/pipelines/defaults.ts';
import type { Database } from '../../src/db/client.ts';
import type { Clock } from '../../src/lib/clock.ts';
import { fold } from '../../src/lib/fold.ts';

/** A clock that tests set and move. */
export class HandClock implements Clock {
  at: Date;
  constructor(iso: string) {
    this.at = new Date(iso);
  }
  now() {
    return new Date(this.at);
  }
  /** Moves on by so many days of 24 hours. */
  pass(days: number) {
    this.at = new Date(this.at.getTime() + days * 86_400_000);
  }
}

export function testConfig(env: Record<string, string> = {}): Config {
  const parsed = parseConfig({ LOG_LEVEL: 'silent', DEFAULT_LOCALE: 'en', ...env });
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  return parsed.config;
}

/** A company on a real database, spoken to in lines through the real command path. */
export async function company(
  database: Database,
  options: { clock?: HandClock; env?: Record<string, string>; platform?: Overrides['platform'] } = {},
) {
  const clock = options.clock ?? new HandClock('2026-11-18T03:00:00Z');
  const core = await createCore(database, testConfig(options.env), {
    clock,
    log: pino({ level: 'silent' }),
    ...(options.platform && { platform: options.platform }),
  });
  const db = database.prisma;
  let events = 0;

  async function member(
    name: string,
    role: Role,
    team?: string,
    locale: string | null = null,
  ): Promise<Person> {
    const teamRow = team
      ? await db.team.upsert({
          where: { folded: fold(team) },
          create: { name: team, folded: fold(team) },
          update: {},
        })
      : null;
    const userId = fold(name).replaceAll(' ', '-');
    await db.member.create({
      data: {
        name,
        folded: fold(name),
        createdAt: clock.now(),
        role: role.toUpperCase() as Uppercase<Role>,
        teamId: teamRow?.id ?? null,
        locale,
        identities: { create: { platform: 'playground', userId, name } },
      },
    });
    return { platform: 'playground', userId, name, full: true };
  }

  /** Does what a platform does with a line or a button; an answer, or the form that would open. */
  async function ask(person: Person, said: string | Said, key?: string) {
    const plan = core.chat.plan(typeof said === 'string' ? { line: said } : said, person);
    if (plan.kind === 'refuse') return { kind: 'refuse' as const, card: plan.card };
    if (plan.kind === 'ask') {
      const opened = await core.chat.open(plan.form, { person, place: dm(person) });
      return opened.kind === 'form' ? { kind: 'ask' as const, form: opened.form } : opened;
    }
    const invocation: Invocation = {
      key: key ?? `test:${++events}`,
      person,
      place: dm(person),
      command: plan.command,
      wire: plan.wire,
      replyTo: null,
    };
    const fresh = await core.chat.accept(invocation);
    const answer = await core.chat.handle(invocation);
    await core.chat.answered(invocation);
    return { kind: 'answer' as const, fresh, answer, invocation };
  }

  return {
    ...core,
    db,
    clock,
    member,
    ask,
    /** The answer to a line that runs; fails when it does not. */
    async say(person: Person, said: string | Said): Promise<Answer> {
      const got = await ask(person, said);
      if (got.kind !== 'answer') throw new Error(`${JSON.stringify(said)} led to ${JSON.stringify(got)}`);
      return got.answer;
    },
    async reset() {
      await ensurePipeline(db);
    },
  };
}

const dm = (person: Person) => ({ channel: `dm-${person.userId}`, private: true });

/** All that a card says, as one text. */
export const textOf = (value: unknown): string => JSON.stringify(value);
