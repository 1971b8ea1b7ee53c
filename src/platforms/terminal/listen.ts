import type { Card } from '../../chat/card.ts';
import type { Registry } from '../../chat/command.ts';
import type { Form } from '../../chat/form.ts';
import { mistake } from '../../chat/plan.ts';
import type { Answer, Chat, Person } from '../../chat/platform.ts';
import { askKey, beginKey, type Wire } from '../../chat/wire.ts';
import { type Locale, translator } from '../../i18n/index.ts';
import type { Zone } from '../../lib/dates/index.ts';
import { lineOf, usageOf } from './line.ts';
import { readOptions } from './options.ts';
import { render } from './render.ts';

export interface TerminalPorts<C> {
  /** Opens the command path; `at` is where its clock stands, the present when left out. */
  open(at: Date | undefined): Promise<Chat>;
  readonly registry: Registry<C>;
  /** Before anybody is known. */
  readonly locale: Locale;
  readonly zone: Zone;
  /** An id that no other invocation has. */
  newId(): string;
  readonly out: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly err: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

type Said = Pick<Answer, 'card' | 'ok'>;

const codes = { done: 0, refused: 1, fault: 2 } as const;

/**
 * `crm [--as EMAIL] [--at INSTANT] [--json] <command line>`: runs one command and prints its card. Resolves to the
 * exit code: 0 done, 1 a person's mistake (a sentence on `err`), 2 a fault. With `--json` one object on `out`.
 */
export async function runLine<C>(argv: readonly string[], ports: TerminalPorts<C>): Promise<0 | 1 | 2> {
  const options = readOptions(argv);
  let locale = ports.locale;
  let said: Said;
  if (options.ok) {
    const { as, at, words } = options.value;
    const person: Person = as
      ? { platform: 'terminal', userId: as, name: as, email: as, full: true }
      : { platform: 'terminal', userId: 'operator', name: 'operator', full: true };
    const chat = await ports.open(at);
    said = await answer(chat, lineOf(words), person, ports);
    locale = chat.locale(person);
  } else said = { card: mistake(translator(locale), options.problem), ok: 'refused' };

  if (argv.includes('--json')) ports.out.write(`${JSON.stringify(jsonOf(said))}\n`);
  else {
    const stream = said.ok === 'done' ? ports.out : ports.err;
    const as = options.ok ? options.value.as : undefined;
    const screen = { ...ports, t: translator(locale), colour: stream.isTTY === true, as };
    stream.write(render(said.card, screen));
  }
  return codes[said.ok];
}

async function answer<C>(chat: Chat, line: string, person: Person, ports: TerminalPorts<C>): Promise<Said> {
  const plan = chat.plan({ line }, person);
  if (plan.kind === 'refuse') return { card: plan.card, ok: 'refused' };
  const place = { channel: 'terminal', private: true };
  if (plan.kind === 'ask') {
    const t = translator(chat.locale(person));
    const incomplete = lacking(plan.form, ports, t) ?? (plan.loose && meant(plan.form, plan.loose, t));
    if (incomplete) return { card: incomplete, ok: 'refused' };
  }
  const { command, wire } =
    plan.kind === 'run' ? plan : { command: plan.form.command, wire: wireOf(plan.form) };
  return chat.handle({ key: `terminal:${ports.newId()}`, person, place, command, wire, replyTo: null });
}

/** What a form still needs, as a card; a terminal has no form to open. Null when nothing does. */
function lacking<C>(
  form: Form,
  { registry }: TerminalPorts<C>,
  t: ReturnType<typeof translator>,
): Card | null {
  const wrong = form.fields.flatMap(({ name, label, error, required, value }) => {
    const missing = required && !value && form.carried[beginKey] !== name;
    const sentence = error ?? (missing ? t('terminal.missing') : undefined);
    return sentence ? [t('terminal.field', { label, sentence })] : [];
  });
  const [first, ...others] = wrong;
  if (!first) return null;
  return {
    title: [first],
    tone: 'warn',
    blocks: [
      ...others.map((text) => ({ kind: 'text', text: [text] }) as const),
      { kind: 'note', text: [t('terminal.usage', { usage: usageOf(registry[form.command], t) })] },
    ],
  };
}

/** What was read loosely, as the line that says just that. */
function meant({ command, title }: Form, wire: Wire, t: ReturnType<typeof translator>): Card {
  const actions = [{ label: title, command, wire }];
  return { title: [t('terminal.meant')], tone: 'warn', blocks: [{ kind: 'actions', actions }] };
}

function wireOf({ fields, carried }: Form): Wire {
  const { [askKey]: _, ...wire } = carried;
  return {
    ...wire,
    ...Object.fromEntries(fields.flatMap(({ name, value }) => (value ? [[name, value]] : []))),
  };
}

function jsonOf({ card, ok }: Said): object {
  const { metrics, ...rest } = card;
  return { ok, card: rest, ...(metrics && { metrics }) };
}
