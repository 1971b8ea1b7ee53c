import { defineConfig } from 'prisma/config';

// Only the Prisma CLI reads this; the app opens its database in src/db/client.ts.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
