import type { Ctx } from '../context.ts';

/** An import, as the journal tells of it. */
export interface ImportRun {
  readonly changeId: number;
  readonly at: Date;
  /** Null is the operator. */
  readonly name: string | null;
  readonly kind: string;
  readonly file: string;
  readonly created: number;
  readonly updated: number;
  readonly rejected: number;
  /** It was not taken back. */
  readonly stands: boolean;
}

/** The latest imports. One stands while the chain of undos behind it has an even length. */
export const latestImports = ({ db, now }: Ctx): Promise<ImportRun[]> =>
  db.$queryRaw<ImportRun[]>`
    WITH RECURSIVE latest AS (
      SELECT r.change_id, c.at, c.member_id, r.kind, r.file, r.created, r.updated, r.rejected
      FROM import_run r JOIN change c ON c.id = r.change_id WHERE c.at <= ${now}
      ORDER BY r.change_id DESC LIMIT 10
    ), chain AS (
      SELECT change_id AS root, change_id AS id, 0 AS depth FROM latest
      UNION ALL SELECT chain.root, c.id, chain.depth + 1 FROM chain JOIN change c ON c.undoes_id = chain.id
      WHERE c.at <= ${now}
    )
    SELECT l.change_id AS "changeId", l.at, m.name, l.kind, l.file, l.created, l.updated, l.rejected,
      (SELECT max(depth) % 2 = 0 FROM chain WHERE root = l.change_id) AS stands
    FROM latest l LEFT JOIN member m ON m.id = l.member_id ORDER BY l.change_id DESC`;
