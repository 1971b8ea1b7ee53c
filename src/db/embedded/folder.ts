import { chmod, mkdir, mkdtemp, readFile, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseError } from '../errors.ts';

/** What PGlite holds; a folder of another major version must be backed up and restored. */
const major = '18';

/** The name of a Unix socket may be little over 100 bytes long, whatever the file system allows. */
const longest = 100;

export interface Folder {
  /** Its path, as short as sockets need it: of a deep folder it is a link in the temporary folder. */
  readonly path: string;
  /** Where PostgreSQL keeps its files. */
  readonly cluster: string;
  forget(): Promise<void>;
}

/** Makes the folder if need be, readable by its owner alone, and checks what is in it. */
export async function openFolder(dataDir: string): Promise<Folder> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await chmod(dataDir, 0o700);
  const real = await realpath(dataDir);
  const cluster = join(real, 'postgres');
  const version = (await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => major)).trim();
  if (version !== major)
    throw new DatabaseError(
      `The database in ${real} was made by PostgreSQL ${version}, this release reads ${major}: ` +
        `back it up with the release that made it (npm run -s backup FILE), move the folder away, ` +
        `and restore that here (npm run -s restore FILE).`,
    );
  if (Buffer.byteLength(join(real, '.s.PGSQL.5432')) <= longest)
    return { path: real, cluster, forget: async () => {} };
  const shelf = await mkdtemp(join(tmpdir(), 'chot-'));
  await symlink(real, join(shelf, 'data'));
  return { path: join(shelf, 'data'), cluster, forget: () => rm(shelf, { recursive: true, force: true }) };
}
