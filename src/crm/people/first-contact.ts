import { fold } from '../../lib/fold.ts';
import { change } from '../changes/change.ts';
import { findIdentity, type Organisation, operator, type Somebody } from './known.ts';

/**
 * Links a newcomer to the member with the same vouched e-mail, or makes them an admin when the settings or their
 * platform say so; else leaves them to ask. Two messages at once of one newcomer make one member.
 */
export async function firstContact(org: Organisation, person: Somebody) {
  const email = person.email?.toLowerCase();
  const admin = person.administrator || (email !== undefined && org.adminEmails.includes(email));
  const member = email ? await org.db.member.findUnique({ where: { email } }) : null;
  if (!admin && !member) return null;
  await change(
    { ...operator(org), platform: person.platform },
    'member.join',
    async ({ tx, created, updated }) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('first contact'))`;
      const before = await tx.identity.findUnique({
        where: { platform_userId: { platform: person.platform, userId: person.userId } },
      });
      if (before?.memberId) return;
      let memberId = (email && (await tx.member.findUnique({ where: { email } }))?.id) || null;
      if (memberId === null) {
        const made = await tx.member.create({
          data: {
            name: person.name,
            folded: fold(person.name),
            email: email ?? null,
            role: 'ADMIN',
            createdAt: org.clock.now(),
          },
        });
        memberId = made.id;
        created('member', memberId);
      } else if (admin && member?.role !== 'ADMIN') {
        await tx.member.update({ where: { id: memberId }, data: { role: 'ADMIN' } });
        updated('member', memberId, { role: member?.role }, { role: 'ADMIN' });
      }
      const data = { name: person.name, email: email ?? null, memberId };
      if (before) {
        await tx.identity.update({ where: { id: before.id }, data });
        updated('identity', before.id, before, { ...before, ...data });
      } else {
        const { id } = await tx.identity.create({
          data: { platform: person.platform, userId: person.userId, ...data },
        });
        created('identity', id);
      }
    },
  );
  return findIdentity(org.db, person.platform, person.userId);
}
