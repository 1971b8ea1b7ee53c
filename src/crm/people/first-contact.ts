import { transaction } from '../../db/transaction.ts';
import { fold } from '../../lib/fold.ts';
import { change } from '../changes/change.ts';
import { findMember, memberAt, type Organisation, operator, type Somebody } from './known.ts';

/**
 * Links a newcomer to the member with the same vouched e-mail, or makes them an admin when the settings or their
 * platform say so; else leaves them to ask. Two messages at once of one newcomer make one member.
 */
export async function firstContact(org: Organisation, person: Somebody) {
  const { platform, userId, name } = person;
  const email = person.email?.toLowerCase();
  const admin = person.administrator || (email !== undefined && org.adminEmails.includes(email));
  const known = email ? await memberAt(org.db, email) : null;
  if (!admin && !known) return null;
  await transaction(org.db, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('first contact'))`;
    const before = await tx.identity.findUnique({ where: { platform_userId: { platform, userId } } });
    if (before?.memberId) return;
    await change({ ...operator(org), db: tx, platform }, 'member.join', async ({ created, updated }) => {
      let member = email ? await memberAt(tx, email) : null;
      if (!member) {
        const now = org.clock.now();
        member = await tx.member.create({
          data: { name, folded: fold(name), email: email ?? null, role: 'ADMIN', createdAt: now },
        });
        created('member', member.id);
      } else if (admin && member.role !== 'ADMIN') {
        await tx.member.update({ where: { id: member.id }, data: { role: 'ADMIN' } });
        updated('member', member.id, { role: member.role }, { role: 'ADMIN' });
      }
      const data = { name, email: email ?? null, memberId: member.id, requestedAt: null };
      if (before) {
        await tx.identity.update({ where: { id: before.id }, data });
        updated('identity', before.id, before, { ...before, ...data });
      } else {
        const { id } = await tx.identity.create({ data: { platform, userId, ...data } });
        created('identity', id);
      }
    });
  });
  return findMember(org.db, platform, userId);
}
