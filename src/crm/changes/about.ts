import type { Tx } from '../../db/client.ts';
import { type Kind, kinds } from '../codes.ts';
import { behind } from './rights.ts';

/** The one record that a change was of, as it is called. */
export interface About {
  readonly kind: Kind;
  readonly id: number;
  readonly name: string;
}

/**
 * The record that a change was of, where it is there now: `lead.convert` of its lead, whatever it made; of others the
 * only one that they wrote or that hangs together with it, as a call does with its deal.
 */
export async function aboutOf(tx: Tx, command: string, changeId: number): Promise<About | null> {
  const own = (Object.keys(kinds) as Kind[]).filter((kind) => command.startsWith(`${kind}.`));
  const found = (await behind(tx, changeId)).filter(({ kind }) => own.length === 0 || own.includes(kind));
  const [only] = found;
  return only && found.length === 1 ? { kind: only.kind, id: only.id, name: only.name } : null;
}
