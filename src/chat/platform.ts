import type { Locale } from '../i18n/index.ts';
import type { Card } from './card.ts';
import type { CommandId, Reply } from './command.ts';
import type { Option } from './field.ts';
import type { Form } from './form.ts';
import type { Said } from './line.ts';
import type { Wire } from './wire.ts';

export type PlatformName = 'slack' | 'discord' | 'playground' | 'terminal';

/** Who a platform says somebody is. */
export interface Person {
  readonly platform: PlatformName;
  readonly userId: string;
  readonly name: string;
  /** Only an address the platform vouches for. */
  readonly email?: string;
  /** A full member of the connected workspace or guild; guests, strangers and bots are not. */
  readonly full: boolean;
  /** May let people in by the platform's own word (Discord's Administrator). */
  readonly administrator?: boolean;
  /** In which they read the platform; ours until they have chosen one here. */
  readonly locale?: Locale;
}

/** Where something was said; `private` when nobody else reads there. */
export interface Place {
  readonly channel: string;
  readonly private: boolean;
}

/** One thing asked by one person: a line, a form, a button, a reaction; stored before it is acknowledged. */
export interface Invocation {
  /** The platform's id of the event; the same event twice has the same key. */
  readonly key: string;
  readonly person: Person;
  readonly place: Place;
  readonly command: CommandId;
  readonly wire: Wire;
  /** What the platform needs to answer, also after a restart. Opaque JSON to everybody else. */
  readonly replyTo: unknown;
}

/** The answer to an invocation. */
export interface Answer {
  readonly card: Card;
  readonly visibility: Reply;
  /** `refused`: a person's mistake or a right they lack; `fault`: ours. Neither changed anything. */
  readonly ok: 'done' | 'refused' | 'fault';
  /** Nothing was changed because of these: a sentence per field, for a form that is still open. */
  readonly errors?: Readonly<Record<string, string>>;
  /** What a form that is still open is to give way to: with what was typed, and what others have changed meanwhile. */
  readonly form?: Form;
}

/** What is to be done with what was said; decided without I/O. */
export type Plan =
  | { readonly kind: 'run'; readonly command: CommandId; readonly wire: Wire; readonly visibility: Reply }
  /** Open a form. `form` is complete unless `prefill` says that `Chat.open` can fill it further or refuse it. */
  | {
      readonly kind: 'ask';
      readonly form: Form;
      readonly prefill: boolean;
      /** Set where the form holds what was read loosely (see `loosely`): never done unseen. */
      readonly loose?: Wire;
    }
  /** A mistake to be told privately. */
  | { readonly kind: 'refuse'; readonly card: Card };

/** A form to be shown, or the refusal that is told privately instead. */
export type Opened =
  | { readonly kind: 'form'; readonly form: Form }
  | { readonly kind: 'refuse'; readonly card: Card };

/** What the app gives each platform. None of these throws, unless it says so. */
export interface Chat {
  /** Pure and quick. The language is the person's last known one. */
  plan(said: Said, from: Pick<Person, 'platform' | 'userId'>): Plan;
  /**
   * Fills a form with what is stored (current values, a draft), or says at once why nothing can come of it. At most a
   * few reads; the form as it was on failure.
   */
  open(form: Form, from: { person: Person; place: Place }): Promise<Opened>;
  /** Stores an invocation before it is acknowledged; false when it was stored before: then do nothing more. */
  accept(invocation: Invocation): Promise<boolean>;
  /** Keeps the `replyTo` of a stored invocation as it is now, for whoever takes it up after a crash. Rejects where it cannot. */
  note(invocation: Invocation): Promise<void>;
  /** Does it with the rights of the person who asks. `again`, after a crash: what had been done is only answered. */
  handle(invocation: Invocation, again?: boolean): Promise<Answer>;
  /** Its answer was shown, or cannot be: nobody takes it up again. Not waited for by whoever reads the answer. */
  answered(invocation: Invocation): Promise<void>;
  /** At most 25 options for a lookup field. Nothing for people who are not let in. */
  suggest(asked: {
    person: Person;
    place: Place;
    command: CommandId;
    field: string;
    text: string;
    wire: Wire;
  }): Promise<readonly Option[]>;
  /** What a line or button that led to nothing is answered with: the mistake, or to a stranger how to be let in. */
  told(mistake: Card, from: { person: Person; place: Place }): Promise<Card>;
  /** The card of one's own page (Slack's App Home). */
  home(person: Person): Promise<Card>;
  /** The language in which somebody was last spoken to. */
  locale(from: Pick<Person, 'platform' | 'userId'>): Locale;
}

/** A message that the bot owes somebody. */
export interface Outgoing {
  /** Unique for this message for good; at most 64 characters. What reconciliation looks for. */
  readonly key: string;
  /** A channel id of the platform, or `user:<id>` for a direct message. */
  readonly destination: string;
  readonly card: Card;
  readonly locale: Locale;
}

/** What became of an attempt. */
export type Outcome =
  | { readonly kind: 'sent'; readonly reference: string }
  /** The platform said no for good (channel gone, bot not invited): do not try again. */
  | { readonly kind: 'refused'; readonly error: string }
  /** Not sent; try again after so many milliseconds. */
  | { readonly kind: 'later'; readonly afterMs: number; readonly error: string }
  /** It may have been sent: reconcile first. */
  | { readonly kind: 'unknown'; readonly error: string };

/** What each platform gives the app. */
export interface Platform {
  readonly name: PlatformName;
  start(): Promise<void>;
  /** Takes nothing new, lets what is under way finish, closes its connections. */
  stop(): Promise<void>;
  /** Answers an invocation that was taken up again after a restart. */
  answer(invocation: Invocation, answer: Answer): Promise<void>;
  send(message: Outgoing): Promise<Outcome>;
  /** Looks for a message by its key: its reference, or null when it certainly is not there. */
  reconcile(message: Outgoing): Promise<Outcome | null>;
  /**
   * Fetches a file that somebody handed over here, by the reference that stood in its invocation; from the platform
   * and from nowhere else. Null where it is not to be had. No more is read than tells that it is over `max` bytes.
   */
  download(reference: string, max: number): Promise<Buffer | null>;
}
