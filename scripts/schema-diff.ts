import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import { Pool, type PoolConfig, type QueryArrayResult } from 'pg';

const require = createRequire(import.meta.url);

/** The SQL that makes the database what prisma/schema.prisma says; empty when it is. */
export async function diffToSchema(database: PoolConfig): Promise<string> {
  const pool = new Pool(database);
  const path = new URL('../prisma/schema.prisma', import.meta.url);
  const files = [{ path: 'schema.prisma', content: await readFile(path, 'utf8') }];
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(new CatalogueReader(pool));
    const engine = await (await loaded).SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: '.' },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return stdout?.includes('This is an empty migration') ? '' : (stdout ?? '');
  } finally {
    await pool.end();
  }
}

/** Prisma's schema engine as WebAssembly, loaded by hand: its own entry wants a bundler. Once per process. */
const loaded = loadEngine();

async function loadEngine() {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const file = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(file), { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue;
}

/**
 * The engine reads the system catalogues through the adapter, which does not know their type "char", and does
 * not expect the constraints that PostgreSQL 18 keeps for NOT NULL: name the one, leave out the others.
 */
class CatalogueReader extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const pool = adapter.underlyingDriver();
    const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<QueryArrayResult>;
    const chars = new Set<string>();
    const textual = async (...args: unknown[]) => {
      const result = await query(...args);
      for (const field of result.fields.filter(({ dataTypeID }) => dataTypeID === 18)) {
        field.dataTypeID = 25;
        chars.add(field.name);
      }
      const kind = result.fields.findIndex(({ name }) => name === 'constraint_type');
      return { ...result, rows: result.rows.filter((row) => kind < 0 || row[kind] !== 'n') };
    };
    Object.assign(pool, { query: textual });
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (sql) => {
      const result = await queryRaw(sql);
      const columnTypes = result.columnTypes.map((type, i) =>
        chars.has(result.columnNames[i] ?? '') ? ColumnTypeEnum.Character : type,
      );
      return { ...result, columnTypes };
    };
    return adapter;
  }
}
