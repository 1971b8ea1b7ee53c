import { type Kind, kinds } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { type Allowed, defaults, type Governed, governed } from './defaults.ts';

export interface Row {
  readonly role: Governed;
  /** `set`: an admin has said so; otherwise it is the default. */
  readonly of: Readonly<Record<Kind, Allowed & { readonly set: boolean }>>;
}

/** What each role sees and changes, kind by kind. Admins see and change everything and are not in it. */
export async function matrix({ db }: Ctx): Promise<Row[]> {
  const rows = await db.permission.findMany();
  const cell = (role: Governed, kind: Kind) => {
    const row = rows.find((one) => one.role.toLowerCase() === role && one.record === kind);
    const { sees, changes } = row ?? defaults[role][kind];
    return { sees, changes, set: row !== undefined };
  };
  return governed.map((role) => ({
    role,
    of: Object.fromEntries(
      (Object.keys(kinds) as Kind[]).map((kind) => [kind, cell(role, kind)]),
    ) as Row['of'],
  }));
}
