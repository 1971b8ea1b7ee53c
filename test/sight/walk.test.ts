import { beforeAll, describe, expect, it } from 'vitest';
import type { AnyCommand, CommandId } from '../../src/chat/command.ts';
import type { Field } from '../../src/chat/field.ts';
import { askKey } from '../../src/chat/wire.ts';
import { registry } from '../../src/commands/index.ts';
import { code, type Kind } from '../../src/crm/codes.ts';
import type { Ctx, Role } from '../../src/crm/context.ts';
import { metrics } from '../../src/metrics/index.ts';
import { rules } from '../../src/metrics/quality/rules.ts';
import { testDatabase } from '../support/database.ts';
import { among, defaults, kinds, mixed, pairs, type Rights, roles } from './table.ts';
import { amountOf, type Thing, taxCodeOf, type World, world } from './world.ts';

const database = await testDatabase();

/** A question of a command that takes a record of this kind. */
interface Taking {
  readonly command: AnyCommand<Ctx>;
  readonly field: string;
  readonly kind: Kind;
}

/** Whoever sees the record may do it, also where they may not change it. */
const needsSightOnly = (id: string) => id.startsWith('log.') || id.endsWith('.show');

/** Whether one may is told by more than the record: its owner alone, or what else the command makes. */
const otherwise = ['lead.accept', 'lead.convert'];

describe('the table of who sees and changes what', () => {
  let acme: World;
  let takings: Taking[];

  beforeAll(async () => {
    acme = await world(database);
    takings = [];
    for (const command of Object.values(registry))
      for (const [field, { lookup }] of fieldsOf(command))
        for (const kind of kinds) {
          const found = lookup && (await lookup.resolve(acme.operator, code(kind, 1)));
          if (found?.kind === 'one' && (found.value as { kind?: Kind }).kind === kind)
            takings.push({ command, field, kind });
        }
  });

  const fieldsOf = (command: AnyCommand<Ctx>) =>
    Object.entries(command.fields as Record<string, Field<unknown, Ctx>>);

  /** A person of a role with these rights, and what is there for them. */
  function eyes(role: Role, rights: Rights) {
    const person = acme.persons[role];
    const sees = ({ kind, owner }: Thing) => among(rights[kind].sees, role, owner);
    const changes = ({ kind, owner }: Thing) => role !== 'viewer' && among(rights[kind].changes, role, owner);
    const wrong: string[] = [];
    const fail = (what: string) => wrong.push(`${role}: ${what}`);
    const place = { channel: 'x', private: true };
    /** Nothing that is out of sight is told of, whatever was asked. */
    function silent(what: string, answer: unknown, typed = '') {
      const leaked = acme.toldIn(answer, typed).filter((thing) => !sees(thing));
      if (leaked.length) fail(`${what} tells of ${leaked.map(({ name }) => name)}`);
    }
    async function hear(said: string | { command: string; wire: Record<string, string> }, typed = '') {
      const got = await acme.ask(person, said);
      const answer = got.kind === 'answer' ? got.answer : { ...got, ok: 'asked' };
      silent(JSON.stringify(said), answer, typed);
      return { ok: answer.ok, text: JSON.stringify(answer), answer };
    }
    return { person, place, sees, changes, wrong, fail, silent, hear };
  }
  type Eyes = ReturnType<typeof eyes>;

  /** One of each kind of one's own, of the mate, of the other team and of nobody. */
  const around = (role: Role, kind?: Kind) =>
    acme.things.filter(
      (thing) =>
        [role, 'mate', 'other', 'none'].includes(thing.owner) && (kind === undefined || thing.kind === kind),
    );

  /** The other answers that a command wants before it runs. */
  function filled({ command, field }: Taking, eyes: Eyes): Record<string, string> | null {
    const wire: Record<string, string> = {};
    const wanted = fieldsOf(command).filter(
      ([name, { required, fallback }]) => name !== field && required && !fallback,
    );
    const asks = (command.asksFor as string[] | undefined)?.find((name) => name !== field);
    if (asks && !command.asksFor?.includes(field)) wanted.push([asks, command.fields[asks]]);
    for (const [name, question] of wanted) {
      const own = takings.find((taking) => taking.command === command && taking.field === name);
      const record =
        own &&
        acme.things.find((thing) => thing.kind === own.kind && eyes.changes(thing) && eyes.sees(thing));
      if (own && !record) return null;
      wire[name] = record ? code(record.kind, record.id) : sample(question);
    }
    return wire;
  }

  function sample({ control }: Field<unknown, Ctx>): string {
    switch (control.kind) {
      case 'choice':
        return control.options[0]?.value ?? '';
      case 'number':
        return String(control.min);
      case 'money':
        return '3tr';
      case 'day':
        return '31/12';
      case 'lookup':
        return 'consulting';
      default:
        return 'xyz';
    }
  }

  /** Presses a button for every command that takes a record, with each record of a kind. */
  async function walkCommands(eyes: Eyes, role: Role) {
    for (const taking of takings) {
      const { command, field, kind } = taking;
      if (role === 'viewer' && command.access !== 'viewer') continue;
      if (command.access === 'admin' && role !== 'admin') continue;
      const others = filled(taking, eyes);
      if (!others) continue;
      for (const thing of around(role, kind).slice(0, 4)) {
        const record = code(kind, thing.id);
        const press = { command: command.id, wire: { ...others, [field]: record } };
        const what = `${command.id} ${field}:${thing.name}`;
        const { ok, text } = await (command.access === 'viewer' || !eyes.sees(thing)
          ? eyes.hear(press, record)
          : acme.tried(() => eyes.hear(press, record)));
        const none = text.includes('found nothing');
        const others_ =
          text.includes('belongs to somebody else') || text.includes('Your role does not allow');
        if (!eyes.sees(thing)) {
          if (ok !== 'refused' || !none) eyes.fail(`${what} is there`);
          continue;
        }
        if (none) eyes.fail(`${what} is not there`);
        if (ok === 'fault') eyes.fail(`${what} is a fault`);
        if (otherwise.includes(command.id)) continue;
        if (command.id !== `${kind}.${command.id.split('.')[1]}` || field !== kind) continue;
        if (needsSightOnly(command.id) ? ok !== 'done' : eyes.changes(thing) === others_)
          eyes.fail(`${what} ${ok}: ${text.slice(0, 120)}`);
      }
    }
  }

  /** Opens every form about every record, and asks every type-ahead for it. */
  async function walkForms(eyes: Eyes, role: Role) {
    const { person, place } = eyes;
    for (const { command, field, kind } of takings) {
      if (role === 'viewer' && command.access !== 'viewer') continue;
      const own = field === kind || field === 'record';
      for (const thing of around(role, kind)) {
        const record = code(kind, thing.id);
        if (command.prefill && own) {
          const got = await eyes.hear(
            { command: command.id, wire: { [field]: record, [askKey]: '1' } },
            record,
          );
          if (eyes.sees(thing) !== got.text.includes(thing.name))
            eyes.fail(`the form of ${command.id} ${thing.name}`);
        }
        if (!command.id.endsWith('.show') && command.id !== 'log.note') continue;
        for (const text of command.id === 'log.note' ? [thing.name] : [thing.name, record]) {
          const found = await acme.chat.suggest({
            person,
            place,
            command: command.id,
            field,
            text,
            wire: {},
          });
          eyes.silent(`suggestions for ${text}`, found);
          if (eyes.sees(thing) !== acme.toldIn(found).includes(thing))
            eyes.fail(`${command.id} suggests ${thing.name}`);
        }
      }
      if (command.id.endsWith('.show')) {
        const found = await acme.chat.suggest({
          person,
          place,
          command: command.id,
          field,
          text: '',
          wire: {},
        });
        eyes.silent('all suggestions', found);
        const listed = acme.toldIn(found).filter((thing) => thing.kind === kind).length;
        const there = acme.things.filter((thing) => thing.kind === kind && eyes.sees(thing)).length;
        if (listed !== there) eyes.fail(`${command.id} suggests ${listed} of ${there}`);
      }
    }
  }

  /** Looks for records by name; those of the other team by number and address too. */
  async function walkFind(eyes: Eyes, role: Role) {
    for (const thing of around(role)) {
      const { kind, id, name, owner } = thing;
      const more = { lead: `${name}@x.vn`, contact: `${name}@x.vn`, company: taxCodeOf(owner), deal: '' }[
        kind
      ];
      for (const query of owner === 'other' ? [name, code(kind, id), more] : [name]) {
        if (!query) continue;
        const { answer } = await eyes.hear(`find ${query}`, query);
        const rows = 'card' in answer ? answer.card.blocks : [];
        if (acme.toldIn(rows).includes(thing) !== eyes.sees(thing)) eyes.fail(`find ${query}`);
      }
    }
  }

  /** Every number is that of the records that are there. */
  async function walkNumbers(eyes: Eyes) {
    const there = acme.things.filter(eyes.sees);
    const open = there.filter(({ name }) => name.startsWith('Zd'));
    const won = there.filter(({ name }) => name.startsWith('Zw'));
    const leads = there.filter(({ kind }) => kind === 'lead');
    const sum = (things: readonly Thing[]) =>
      things.reduce((all, { owner }) => all + amountOf(owner), 0) * 1_000_000;
    type Told = {
      card: { metrics?: { id: string; value: string | null; count?: number }[]; title: unknown };
    };
    const figures = async (line: string) =>
      ((await eyes.hear(line)).answer as unknown as Told).card.metrics ?? [];
    const is = (what: string, got: unknown, wanted: unknown) => {
      if (String(got ?? 0) !== String(wanted)) eyes.fail(`${what} is ${got}, not ${wanted}`);
    };
    for (const figure of await figures('pipeline')) {
      is('pipeline', figure.value, sum(open));
      is('pipeline, counted', figure.count, open.length);
    }
    for (const figure of await figures('kpi this month')) {
      if (figure.id === 'revenue.won') is('revenue', figure.value, sum(won));
      if (figure.id === 'leads.new') is('new leads', figure.value, leads.length);
      if (figure.id === 'leads.conversion') is('leads converted of', figure.count, leads.length);
    }
    const [judged] = await figures('kpi how quality.score');
    is('records judged', judged?.count, there.length - won.length);
    for (const metric of Object.keys(metrics).filter((id) => id !== 'quality.score')) {
      const { answer } = await eyes.hear(`kpi how ${metric} this month`);
      const counted = metric.startsWith('leads.') ? leads : metric === 'deals.pipeline' ? open : won;
      // Of leads that were answered, or came further than new, there are none here.
      if (metric === 'leads.response_time' || metric === 'leads.sql_rate') continue;
      const told = acme.toldIn(answer);
      const listed = counted.filter((thing) => told.includes(thing)).length;
      is(`records of ${metric}`, listed, Math.min(counted.length, 10));
    }
    for (const [line, wanted] of [
      ['deal list', open],
      ['deal list won', won],
      ['lead list', leads],
    ] as const) {
      const { answer } = await eyes.hear(line);
      const told = acme.toldIn(answer);
      is(`rows of ${line}`, wanted.filter((thing) => told.includes(thing)).length, wanted.length);
      if (wanted.length)
        is(`title of ${line}`, /\d+/.exec(JSON.stringify((answer as Told).card.title))?.[0], wanted.length);
    }
    for (const line of ['me', 'digest now', 'crm users', 'field list', 'crm quality']) await eyes.hear(line);
    for (const finding of rules) await eyes.hear(`crm findings ${finding}`);
    eyes.silent('home', await acme.chat.home(eyes.person));
  }

  async function walk(role: Role, rights: Rights, granted: boolean): Promise<string[]> {
    await acme.grant(role, granted ? rights : null);
    const looking = eyes(role, rights);
    await walkCommands(looking, role);
    await walkForms(looking, role);
    await walkFind(looking, role);
    await walkNumbers(looking);
    return looking.wrong;
  }

  it('knows every command that takes a record', () => {
    const ids = new Set(takings.map(({ command }) => command.id));
    const some: CommandId[] = [
      'deal.show',
      'lead.edit',
      'contact.add',
      'company.add',
      'log.call',
      'deal.add',
    ];
    expect(some.filter((id) => !ids.has(id))).toEqual([]);
  });

  it.each(roles)('holds for a %s by default', async (role) => {
    expect(await walk(role, defaults[role], false)).toEqual([]);
  });

  it.each(pairs.map((_, turn) => turn))('holds for what roles are granted otherwise (%i)', async (turn) => {
    const role = roles[turn % 5] as Role;
    expect(await walk(role, mixed(turn), true)).toEqual([]);
  });
});
