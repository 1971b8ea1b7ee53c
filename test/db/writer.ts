/** Writes teams until it is killed, or as many as told, three at a time; prints the name of each once it is committed. */
import { writeSync } from 'node:fs';
import { openDatabase } from '../../src/db/client.ts';

const [dataDir = '', label = '', count = 'Infinity'] = process.argv.slice(2);
const database = await openDatabase({ dataDir });
let next = 0;
const write = async () => {
  while (next < Number(count)) {
    const name = `${label}-${next++}`;
    await database.prisma.$transaction((tx) => tx.team.create({ data: { name, folded: name } }));
    writeSync(1, `${name}\n`);
  }
};
await Promise.all([write(), write(), write()]);
await database.close();
