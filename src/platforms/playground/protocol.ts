import type { Card } from '../../chat/card.ts';
import type { Access } from '../../chat/command.ts';
import type { Form, FormControl } from '../../chat/form.ts';
import type { Said } from '../../chat/line.ts';
import type { Key, Locale } from '../../i18n/index.ts';

/** What server and browser say to each other: types only, as both import them. */

/** The sentences that the browser says by itself. */
export type WordKey = Extract<Key, `playground.${string}`> | 'form.choose' | 'platform.more';
export type Words = Readonly<Record<WordKey, string>>;

/** Everything a page needs before the first message. */
export interface Start {
  readonly locale: Locale;
  /** IANA zone in which moments are shown. */
  readonly zone: string;
  readonly me: Someone;
  readonly people: readonly Someone[];
  readonly channels: readonly Channel[];
  /** The commands this person may use, in the order in which help lists them. */
  readonly commands: readonly CommandInfo[];
  readonly words: Words;
  /** Names of the other platforms in which a card can be shown. */
  readonly previews: readonly string[];
}

export interface Someone {
  readonly id: string;
  readonly name: string;
  readonly access: Access;
  readonly role: string;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly direct: boolean;
}

/** A command as the type-ahead of the line knows it. */
export interface CommandInfo {
  readonly id: string;
  /** As it is typed in the page's language. */
  readonly name: string;
  /** Every name in every language. */
  readonly names: readonly string[];
  readonly about: string;
  /** In the order of the line: those without a key first. */
  readonly fields: readonly FieldInfo[];
}

export interface FieldInfo {
  readonly name: string;
  readonly label: string;
  /** What stands before the colon in the page's language, and everything else that may. */
  readonly key: string;
  readonly keys: readonly string[];
  readonly positional: boolean;
  readonly required: boolean;
  readonly control: FormControl;
}

/** One message as one person sees it. */
export interface Message {
  readonly id: string;
  readonly channel: string;
  /** ISO instant. */
  readonly at: string;
  /** Who wrote it; the bot where absent. */
  readonly by?: { readonly id: string; readonly name: string };
  readonly line?: string;
  readonly card?: Card;
  /** Drawn charts by the index of their block; a chart without one is shown as its table. */
  readonly pictures?: Readonly<Record<number, Picture>>;
  /** Whose button or form it answers, and what was asked. */
  readonly asked?: { readonly name: string; readonly what: string };
  /** The id of the card that a line is a reply to. */
  readonly to?: string;
  /** Nobody else sees it. */
  readonly only: boolean;
}

export interface Picture {
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

/** One action of a person. The same key again is the same action. */
export interface Act {
  readonly key: string;
  readonly person: string;
  readonly channel: string;
  readonly said: Said;
  /** It comes from a form that is still open: problems go back to it. */
  readonly form?: boolean;
  /** The message whose button was pressed, where the answer takes its place. */
  readonly replace?: string;
  /** The card that the line is a reply to. */
  readonly to?: string;
}

/** What became of it. Cards arrive as events. */
export type Done =
  | { readonly kind: 'done' }
  /** Also where a form was sent: the one to show instead. */
  | { readonly kind: 'ask'; readonly form: Form }
  /** Sentences for a form, by field; one for the whole form by no name. */
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> };
