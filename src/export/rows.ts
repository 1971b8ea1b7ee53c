import type { Kind } from '../crm/codes.ts';
import type { Ctx } from '../crm/context.ts';
import { customFieldsOf } from '../crm/custom/fields.ts';
import { standing } from '../crm/deals/view.ts';
import { ifSeen } from '../crm/visibility.ts';
import { foldCompany } from '../lib/fold.ts';
import { customCells } from './custom.ts';
import { type Namer, namerOf } from './names.ts';
import { type Cells, profileCells } from './profile.ts';

/** Loads the records with these numbers as cells, in the order of their numbers. */
export type Loader = (ids: readonly number[]) => Promise<Cells[]>;

const linked = { select: { id: true, name: true, ownerId: true } } as const;
const owner = { select: { id: true, name: true } } as const;

/** How the records of a kind are loaded. What a record is linked to is named where the asker sees it. */
export async function loaderOf(ctx: Ctx, kind: Kind): Promise<Loader> {
  const [company, member] = await Promise.all([namerOf(ctx, 'company'), namerOf(ctx, 'member')]);
  const fields = customFieldsOf(ctx.custom, kind);
  const added = ({ custom }: { readonly custom: unknown }) => customCells(custom, fields);
  const chosen = (ids: readonly number[]) => ({
    where: { id: { in: [...ids] } },
    orderBy: { id: 'asc' as const },
  });
  switch (kind) {
    case 'company':
      return async (ids) => {
        const rows = await ctx.db.company.findMany({ ...chosen(ids), include: { owner, parent: linked } });
        return rows.map((row) => {
          const parent = ifSeen(ctx.sight.company, row.parent);
          const named: Namer = (link) =>
            link && foldCompany(link.name) === foldCompany(row.name) ? `#${link.id}` : company(link);
          return {
            ...head(row),
            ...profileCells('company', { ...row, parent }, named, member),
            ...added(row),
          };
        });
      };
    case 'contact':
      return async (ids) => {
        const rows = await ctx.db.contact.findMany({ ...chosen(ids), include: { owner, company: linked } });
        return rows.map((row) => {
          const seen = { ...row, company: ifSeen(ctx.sight.company, row.company) };
          return { ...head(row), ...profileCells('contact', seen, company, member), ...added(row) };
        });
      };
    case 'lead':
      return async (ids) => {
        const rows = await ctx.db.lead.findMany({ ...chosen(ids), include: { owner } });
        return rows.map((row) => ({
          ...{ ...head(row), externalId: row.externalId ?? '', status: row.status.toLowerCase() },
          ...profileCells('lead', row, company, member),
          ...added(row),
        }));
      };
    case 'deal': {
      const [contact, lead, product] = await Promise.all([
        namerOf(ctx, 'contact'),
        namerOf(ctx, 'lead'),
        namerOf(ctx, 'product'),
      ]);
      const events = { ...standing(ctx.now), take: 1, include: { stage: true } };
      const include = { owner, product: owner, company: linked, contact: linked, lead: linked, events };
      return async (ids) => {
        const rows = await ctx.db.deal.findMany({ ...chosen(ids), include });
        return rows.map((row) => {
          const [event] = row.events;
          const closed = event && event.stage.kind !== 'OPEN';
          return {
            ...{ id: String(row.id), externalId: row.externalId ?? '', title: row.title },
            ...{ amount: row.amount?.toFixed() ?? '', currency: row.currency },
            company: company(ifSeen(ctx.sight.company, row.company)),
            contact: contact(ifSeen(ctx.sight.contact, row.contact)),
            lead: lead(ifSeen(ctx.sight.lead, row.lead)),
            ...{ owner: member(row.owner), product: product(row.product), source: row.source ?? '' },
            ...{ stage: event?.stage.nameEn ?? '', createdAt: row.createdAt.toISOString() },
            closedAt: closed ? event.at.toISOString() : '',
            lostReason: event?.stage.kind === 'LOST' ? (event.reason ?? '') : '',
            expectedCloseOn: row.expectedCloseOn?.toISOString().slice(0, 10) ?? '',
            ...added(row),
          };
        });
      };
    }
  }
}

const head = (row: { readonly id: number; readonly createdAt: Date }): Cells => ({
  id: String(row.id),
  createdAt: row.createdAt.toISOString(),
});
