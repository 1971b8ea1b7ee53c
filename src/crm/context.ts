import type { Db } from '../db/client.ts';
import type { Translator } from '../i18n/index.ts';
import type { CustomField } from './custom/fields.ts';
import type { Sights } from './visibility.ts';

/** `rep` is sales. */
export const roles = ['viewer', 'rep', 'marketing', 'care', 'manager', 'admin'] as const;
export type Role = (typeof roles)[number];

/** On whose behalf something is done, when, and in which language the answer will be. Every verb takes one. */
export interface Ctx {
  readonly db: Db;
  readonly t: Translator;
  /** The present of this run. Nothing later is seen; what is written carries it. */
  readonly now: Date;
  /** IANA time zone of the organisation. */
  readonly zone: string;
  /** The organisation's currency. */
  readonly currency: string;
  /** `anyone` has not been let in yet; an `outsider` (guest, stranger, bot, ended member) may not even ask. */
  readonly access: 'outsider' | 'anyone' | 'viewer' | 'rep' | 'manager' | 'admin';
  /** Null for the operator at the terminal and for jobs. */
  readonly member: { readonly id: number; readonly name: string; readonly role: Role } | null;
  /** Whose records are there for them, kind by kind. */
  readonly sight: Sights;
  /** Whose records they may change. */
  readonly reach: Sights;
  /** The fields that admins have added to records. */
  readonly custom: readonly CustomField[];
  readonly platform: string;
  /** Who asks, on their platform. */
  readonly userId: string;
  /** As their platform knows them, where somebody asks; an address only that it vouches for. */
  readonly person?: { readonly name: string; readonly email?: string };
  /** Where it was asked. */
  readonly channel: string;
  /** Nobody else reads there. */
  readonly private: boolean;
  /** The invocation that this run answers: at most one change is ever made for it. */
  readonly eventKey: string | null;
  /** Fetches a file that the asker handed over: see `Platform.download`. */
  readonly download?: (reference: string, max: number) => Promise<Buffer | null>;
  /** For an edit by a form: the number of the record's latest change when the form was filled. */
  readonly seen?: number;
}
