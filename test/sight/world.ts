import type { Person } from '../../src/chat/platform.ts';
import { code, type Kind } from '../../src/crm/codes.ts';
import type { Role } from '../../src/crm/context.ts';
import type { Database, PrismaClient, Tx } from '../../src/db/client.ts';
import { company } from '../support/company.ts';
import { kinds, type Owner, owners, type Rights, roles } from './table.ts';

/** One record: its name, a word that nothing else has, stands for it in every answer. */
export interface Thing {
  readonly kind: Kind;
  readonly id: number;
  readonly owner: Owner;
  readonly name: string;
}

const people: Readonly<Record<Role, string>> = {
  viewer: 'Vy',
  rep: 'Lan',
  marketing: 'Mai',
  care: 'Cúc',
  manager: 'Hoa',
  admin: 'Bảo',
};

/** `Zdmate`: the deal of the mate. A won deal is `Zwmate`. */
const nameOf = (letter: string, owner: Owner) => `Z${letter}${owner}`;
const letters: Record<Kind, string> = { deal: 'd', lead: 'l', contact: 'p', company: 'c' };
const at = new Date('2026-11-10T03:00:00Z');

/**
 * A person of every role in one team, a mate, one of another team; of every kind a record of each of them and one of
 * nobody's, linked across, so that whatever one sees leads to what one may not.
 */
export async function world(database: Database) {
  const client = database.prisma;
  let current: PrismaClient | Tx = client;
  // What runs inside `tried` runs in its transaction.
  const prisma = new Proxy(client, {
    get: (_, key) => Reflect.get(current, key),
    has: (_, key) => Reflect.has(current, key),
  });
  const acme = await company({ ...database, prisma });
  const persons = {} as Record<Role, Person>;
  for (const role of roles) persons[role] = await acme.member(people[role], role, 'North');
  await acme.member('Tú', 'rep', 'North');
  await acme.member('Minh', 'rep', 'South');
  await client.member.updateMany({ data: { createdAt: at } });
  const members = await client.member.findMany();
  const named = { ...people, mate: 'Tú', other: 'Minh', none: '' };
  const idOf = (owner: Owner) => members.find(({ name }) => name === named[owner])?.id ?? null;

  const common = (letter: string, owner: Owner) => {
    const name = nameOf(letter, owner);
    return { name, folded: name.toLowerCase(), ownerId: idOf(owner), createdAt: at };
  };
  const reach = (letter: string, owner: Owner) => ({
    email: `${nameOf(letter, owner)}@x.vn`.toLowerCase(),
    phone: `+8491${letters.deal.charCodeAt(0)}${letter.charCodeAt(0)}${owners.indexOf(owner)}`,
    tags: [`tag-${nameOf(letter, owner)}`],
  });
  // The id of the record `by` places further on, of the same number of records of each kind.
  const linked = (i: number, by: number) => ((i + by) % owners.length) + 1;
  const companies = owners.map((owner, i) => ({
    ...common('c', owner),
    ...reach('c', owner),
    taxCode: taxCodeOf(owner),
    parentId: i || null,
  }));
  for (const data of companies) await client.company.create({ data });
  await client.contact.createMany({
    data: owners.map((owner, i) => ({
      ...common('p', owner),
      ...reach('p', owner),
      companyId: linked(i, 1),
    })),
  });
  await client.lead.createMany({
    data: owners.map((owner, i) => ({
      ...common('l', owner),
      ...reach('l', owner),
      source: 'website',
      companyId: linked(i, 2),
      contactId: linked(i, 3),
    })),
  });
  const stage = (kind: 'OPEN' | 'WON') =>
    client.stage.findFirstOrThrow({ where: { kind }, orderBy: { id: 'asc' } });
  const [open, won] = [await stage('OPEN'), await stage('WON')];
  for (const letter of ['d', 'w'] as const)
    for (const [i, owner] of owners.entries()) {
      const { name: title, ...rest } = common(letter, owner);
      const reason = `reason-${title}`;
      await client.deal.create({
        data: {
          ...rest,
          title,
          amount: 1_000_000 * amountOf(owner),
          currency: 'VND',
          pipelineId: open.pipelineId,
          ...{ companyId: linked(i, 4), contactId: linked(i, 5), leadId: linked(i, 6) },
          events: {
            create: [
              { stageId: open.id, at, reason },
              ...(letter === 'w' ? [{ stageId: won.id, at: new Date('2026-11-12T03:00:00Z'), reason }] : []),
            ],
          },
        },
      });
    }
  const things: Thing[] = [
    ...kinds.flatMap((kind) =>
      owners.map((owner, i) => ({ kind, id: i + 1, owner, name: nameOf(letters[kind], owner) })),
    ),
    ...owners.map((owner, i) => ({
      kind: 'deal' as const,
      id: owners.length + i + 1,
      owner,
      name: nameOf('w', owner),
    })),
  ];
  const column = { deal: 'dealId', lead: 'leadId', contact: 'contactId', company: 'companyId' } as const;
  await client.activity.createMany({
    data: things.map(({ kind, id, name }) => ({
      kind: 'NOTE',
      text: `note-${name}`,
      at,
      [column[kind]]: id,
    })),
  });

  const taken = Symbol('taken back');
  return {
    ...acme,
    client,
    persons,
    things,
    /** What somebody does to the world is taken back: each tries on the same. */
    async tried<T>(work: () => Promise<T>): Promise<T> {
      let done: { readonly got: T } | undefined;
      await client
        .$transaction(async (tx) => {
          current = tx;
          done = { got: await work() };
          throw taken;
        })
        .catch((error: unknown) => {
          if (error !== taken) throw error;
        })
        .finally(() => {
          current = client;
        });
      return (done as { readonly got: T }).got;
    },
    async grant(role: Role, rights: Rights | null) {
      await client.permission.deleteMany();
      if (!rights) return;
      const data = kinds.map((record) => ({
        role: role.toUpperCase() as Uppercase<Role>,
        record,
        ...rights[record],
      }));
      await client.permission.createMany({ data });
    },
    /** The records that an answer tells of: by their words, by their codes, by the numbers behind its buttons. */
    toldIn(answer: unknown, typed = ''): Thing[] {
      const text = JSON.stringify(answer);
      const words = new Set(
        text.toLowerCase().match(/z[dwlpc](other|mate|none|viewer|rep|marketing|care|manager|admin)/g),
      );
      const codes = new Set(text.match(/\b[DLPC]-\d+/g));
      const wires = new Set(
        [...text.matchAll(/"(deal|lead|contact|company|parent)":"(\d+)"/g)].map(([, key, id]) =>
          code(key === 'parent' ? 'company' : (key as Kind), Number(id)),
        ),
      );
      const said = typed.toLowerCase();
      return things.filter(
        ({ kind, id, name }) =>
          (words.has(name.toLowerCase()) && !said.includes(name.toLowerCase())) ||
          ((codes.has(code(kind, id)) || wires.has(code(kind, id))) && said !== code(kind, id).toLowerCase()),
      );
    },
  };
}

export type World = Awaited<ReturnType<typeof world>>;

/** In millions; no two sums of them are the same. */
export const amountOf = (owner: Owner) => 2 ** owners.indexOf(owner);

export const taxCodeOf = (owner: Owner) => `0312345${100 + owners.indexOf(owner)}`;
