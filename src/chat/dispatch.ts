import { randomBytes } from 'node:crypto';
import { type Locale, type Translator, translator } from '../i18n/index.ts';
import { Refusal } from '../i18n/refusal.ts';
import type { Clock } from '../lib/clock.ts';
import { Overtaken } from '../lib/errors.ts';
import { fold } from '../lib/fold.ts';
import { Asking } from './asking.ts';
import type { Card } from './card.ts';
import type { Access, AnyCommand, CommandId, Registry } from './command.ts';
import { fitActions } from './draft.ts';
import { eitherOf } from './either.ts';
import { type Field, type Option, type Reader, sayLabel } from './field.ts';
import { filled } from './fill.ts';
import { goingOn } from './go-on.ts';
import { headOf } from './head.ts';
import { nearTo } from './near.ts';
import { offering } from './offer.ts';
import { overtakenAnswer } from './overtaken.ts';
import { commandNamed, mistake, plan, tidy } from './plan.ts';
import type { Answer, Chat, Invocation, Person, Place } from './platform.ts';
import { resolve } from './resolve.ts';
import { aboutKey, aloneKey, draftKey, lineKey, seenKey, unpackWire, type Wire } from './wire.ts';

/** What every command's context has, whatever else the business puts into it. */
export interface Asker extends Reader {
  readonly t: Translator;
  readonly access: Standing;
}

/** What dispatch needs of the layers below; the composition root supplies it. */
export interface Ports<C extends Asker> {
  /** As it is at the moment: admins add fields. Read it anew each time. */
  readonly registry: Registry<C>;
  readonly clock: Clock;
  readonly zone: string;
  readonly currency: string;
  readonly locale: Locale;
  /** Who is asking, with their rights. */
  identify(asked: {
    person: Person;
    place: Place;
    key?: string;
    visibility?: Answer['visibility'];
  }): Promise<C>;
  /** The card for a person who is not let in: who they would be, and how to ask. */
  stranger(ctx: C, person: Person): Promise<Card>;
  seen: {
    /** Stores an invocation; false when its key is there already. */
    store(invocation: Invocation): Promise<boolean>;
    /** Keeps the `replyTo` of what was stored as it is now. Rejects where that is not there. */
    note(invocation: Invocation): Promise<void>;
    /** Never rejects. */
    done(key: string): Promise<void>;
    /** The invocation has changed something already: its answer then, or null. */
    before(ctx: C, key: string): Promise<Card | null>;
  };
  /** Wires that are too long for a button. One with a `person` (`slack:U1`) is theirs alone. */
  drafts: {
    save(command: string, wire: Wire, person: string | null): Promise<number>;
    /** Null when there is none of that number, command and person. */
    load(id: number, command: string, person: string): Promise<Wire | null>;
  };
  /** Shows something before the answer to an invocation, in its place. */
  meanwhile?(invocation: Invocation, answer: Answer): Promise<void>;
  fault(error: unknown, token: string, about: object): void;
}

/** What somebody has; an outsider may not even ask to be let in. */
export type Standing = 'outsider' | Access;

/** What may change the language that somebody is spoken to in. */
const choosesLanguage: readonly CommandId[] = ['me', 'undo'];

const ranks: readonly Standing[] = ['outsider', 'anyone', 'viewer', 'rep', 'manager', 'admin'];
/** A person as a key: `slack:U1`. */
export const idOf = (p: Pick<Person, 'platform' | 'userId'>) => `${p.platform}:${p.userId}`;

export const allows = (has: Standing, needs: Access) => ranks.indexOf(has) >= ranks.indexOf(needs);

/** What may be said in a field, by what was typed of it. Choices that never change are known to the platform. */
function optionsFor<C extends Asker>(field: Field<unknown, C>, ctx: C, text: string) {
  if (field.lookup) return field.lookup.search(ctx, text);
  if (field.control.kind !== 'choice' || !field.control.open) return [];
  return field.control.options
    .map(({ value, label }): Option => ({ value, label: sayLabel(ctx.t, label) }))
    .filter(({ label }) => fold(label).includes(fold(text)));
}

/** What a person is told whose mistake it was. */
function cardOf(error: unknown, t: Translator): Card | undefined {
  if (error instanceof Asking) return error.card(t, {});
  return error instanceof Refusal ? { title: [error.in(t)], tone: 'warn', blocks: [] } : undefined;
}

/** The one pipeline: plan → identify → authorise → resolve → run → render. */
export function createChat<C extends Asker>(ports: Ports<C>): Chat {
  const languages = new Map<string, Locale>();
  /** What a card cannot hold is kept for everybody who sees it, or for one person. */
  const fitted = (card: Card, only: Person | null) =>
    fitActions(card, {
      save: (command, wire) => ports.drafts.save(command, wire, only && idOf(only)),
      lost: (error) => ports.fault(error, 'draft', {}),
    });
  const locale: Chat['locale'] = (from) => languages.get(idOf(from)) ?? ports.locale;
  const reader = (): Reader => ({ now: ports.clock.now(), zone: ports.zone, currency: ports.currency });

  async function identify(asked: Parameters<Ports<C>['identify']>[0]): Promise<C> {
    const ctx = await ports.identify(asked);
    // What a channel reads is in the channel's language, everything else in the person's own.
    if (asked.visibility !== 'channel') languages.set(idOf(asked.person), ctx.t.locale);
    return ctx;
  }

  function failed(error: unknown, t: Translator, about: object): Card {
    const refused = cardOf(error, t);
    if (refused) return refused;
    const token = randomBytes(4).toString('hex');
    ports.fault(error, token, about);
    return { title: [t('problem.fault', { token })], tone: 'bad', blocks: [] };
  }

  const offered = (card: Card, ctx: C) =>
    offering(card, (id) => allows(ctx.access, commandNamed(ports.registry, id)?.access ?? 'anyone'));

  /** The answer to who may not do something: how to be let in, or that their role does not allow it. */
  const denied = async (ctx: C, person: Person, t: Translator): Promise<Card> =>
    allows(ctx.access, 'viewer') ? mistake(t, { code: 'access.denied' }) : ports.stranger(ctx, person);

  /** A form's stored wire, under what was said since. */
  async function drafted(command: string, wire: Wire, person: Person): Promise<Wire> {
    const { [draftKey]: id, ...said } = wire;
    if (id === undefined) return wire;
    return { ...((await ports.drafts.load(Number(id), command, idOf(person))) ?? {}), ...said };
  }

  const meanwhile = async (invocation: Invocation, answer: Answer) => {
    await ports
      .meanwhile?.(invocation, answer)
      .catch((error: unknown) => ports.fault(error, 'meanwhile', { key: invocation.key }));
  };

  async function answer(
    invocation: Invocation,
    ctx: C,
    own: Translator,
    visibility: Answer['visibility'],
    again: boolean,
  ): Promise<Answer> {
    const command = ports.registry[invocation.command];
    if (!allows(ctx.access, command.access))
      return { card: await denied(ctx, invocation.person, own), visibility: 'private', ok: 'refused' };
    // Before a crash, or by another process at this moment, whose work may be why this is a mistake by now.
    const before = async (): Promise<Answer | null> => {
      const card = await ports.seen.before(ctx, invocation.key);
      return card && { card, visibility, ok: 'done' };
    };
    const done = again && (await before());
    if (done) return done;
    const said = await drafted(command.id, invocation.wire, invocation.person);
    const { [lineKey]: line, [aboutKey]: about, [aloneKey]: alone, ...wire } = tidy(command, said, ctx);
    const { registry } = ports;
    const near = line === undefined ? undefined : nearTo(registry, headOf(registry, line, about), ctx, about);
    try {
      const either =
        about && alone && (await eitherOf(command, wire, unpackWire(alone), about, { ...ctx, t: own }));
      if (either) return { ...either, visibility: 'private', ok: 'refused' };
      const resolved = await resolve(command, wire, { ...ctx, t: own }, near);
      const seen = wire[seenKey] === undefined ? {} : { seen: Number(wire[seenKey]) };
      if (resolved.ok) {
        const card = await command.run({ ...ctx, ...seen }, resolved.input, (card) =>
          meanwhile(invocation, { card, visibility, ok: 'done' }),
        );
        return { card: goingOn(ctx, registry, { command: command.id, wire }, card), visibility, ok: 'done' };
      }
      return (await before()) ?? { ...resolved.answer, visibility: 'private', ok: 'refused' };
    } catch (error) {
      const meanwhile = error instanceof Refusal && (await before());
      if (meanwhile) return meanwhile;
      if (error instanceof Asking)
        return { card: error.card(own, wire), visibility: 'private', ok: 'refused' };
      if (!(error instanceof Overtaken)) throw error;
      const told = await overtakenAnswer(command, wire, error, { ...ctx, t: own });
      return { ...told, visibility: 'private', ok: 'refused' };
    }
  }

  return {
    locale,
    plan: (said, from) => plan(ports.registry, said, translator(locale(from)), reader()),
    accept: (invocation) => ports.seen.store(invocation),
    note: (invocation) => ports.seen.note(invocation),

    async open(form, { person, place }) {
      const asIs = { kind: 'form', form } as const;
      let t = translator(locale(person));
      try {
        const ctx = await identify({ person, place });
        t = ctx.t;
        const command: AnyCommand<C> = ports.registry[form.command];
        if (!allows(ctx.access, command.access))
          return { kind: 'refuse', card: await denied(ctx, person, t) };
        const said: Record<string, string> = { ...form.carried };
        for (const { name, value } of form.fields)
          if (value !== undefined && value !== command.fields[name]?.fallback) said[name] = value;
        const wire = await drafted(command.id, said, person);
        return { kind: 'form', form: await filled(ctx, command, form, wire) };
      } catch (error) {
        const card = cardOf(error, t);
        if (card) return { kind: 'refuse', card };
        failed(error, t, { form: form.command });
        return asIs;
      }
    },

    async handle(invocation, again = false) {
      let t = translator(locale(invocation.person));
      try {
        const planned = plan(ports.registry, invocation, t, reader());
        const visibility = planned.kind === 'run' ? planned.visibility : 'private';
        const ctx = await identify({
          ...invocation,
          visibility: invocation.place.private ? 'private' : visibility,
        });
        // Mistakes are told to one person, in their language; the answer is in that of the place.
        t = translator(languages.get(idOf(invocation.person)) ?? ctx.t.locale);
        if (planned.kind === 'refuse') return { card: planned.card, visibility: 'private', ok: 'refused' };
        const answered = await answer(invocation, ctx, t, visibility, again);
        // A language that was just chosen is that of the next form, which opens before anybody is looked up.
        if (choosesLanguage.includes(invocation.command)) await identify(invocation);
        const alone = answered.visibility === 'private' || invocation.place.private;
        const card = alone ? offered(answered.card, ctx) : answered.card;
        return { ...answered, card: await fitted(card, alone ? invocation.person : null) };
      } catch (error) {
        return {
          card: failed(error, t, { command: invocation.command, key: invocation.key }),
          visibility: 'private',
          ok: error instanceof Refusal ? 'refused' : 'fault',
        };
      }
    },

    async answered({ key }) {
      await ports.seen.done(key).catch((error) => ports.fault(error, 'answered', { key }));
    },

    async suggest({ person, place, command, field, text }) {
      try {
        const ctx = await identify({ person, place });
        const asked = commandNamed(ports.registry, command);
        const found: Field<unknown, C> | undefined = asked?.fields[field];
        if (!asked || !found || !allows(ctx.access, asked.access)) return [] as readonly Option[];
        return (await optionsFor(found, ctx, text)).slice(0, 25);
      } catch (error) {
        failed(error, translator(locale(person)), { suggest: command, field });
        return [];
      }
    },

    async told(mistake, { person, place }) {
      try {
        const ctx = await identify({ person, place });
        const stays = allows(ctx.access, 'viewer');
        return await fitted(stays ? offered(mistake, ctx) : await ports.stranger(ctx, person), person);
      } catch (error) {
        ports.fault(error, 'told', {});
        return mistake;
      }
    },

    async home(person) {
      const place = { channel: person.userId, private: true };
      try {
        const ctx = await identify({ person, place });
        if (!allows(ctx.access, 'viewer')) return await ports.stranger(ctx, person);
        return await fitted(offered(await ports.registry.me.run(ctx, {}), ctx), person);
      } catch (error) {
        return failed(error, translator(locale(person)), { home: person.platform });
      }
    },
  };
}
