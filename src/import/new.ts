import { fold } from '../lib/fold.ts';
import { newProfile } from './profile.ts';
import type { Values } from './shelf.ts';

const named = (name: string) => ({ name, folded: fold(name) });

/** Rows with all the columns that an import may fill. */
export const newMember = (name: string, now: Date): Values => ({
  ...named(name),
  email: null,
  role: 'REP',
  teamId: null,
  managerId: null,
  createdAt: now.toISOString(),
});

export const newCompany = (name: string, now: Date): Values => newProfile('company', name, now);

export const newProduct = (name: string, currency: string): Values => ({
  ...named(name),
  category: null,
  price: null,
  currency,
});

export const newContact = (name: string, now: Date): Values => newProfile('contact', name, now);

export const newLead = (name: string, source: string, now: Date): Values => ({
  ...newProfile('lead', name, now),
  externalId: null,
  companyId: null,
  source,
  status: 'NEW',
  assignedAt: null,
  acceptedAt: null,
});

export const newDeal = (title: string, pipelineId: number, currency: string, now: Date): Values => ({
  title,
  folded: fold(title),
  externalId: null,
  amount: null,
  currency,
  pipelineId,
  companyId: null,
  contactId: null,
  leadId: null,
  ownerId: null,
  productId: null,
  source: null,
  custom: {},
  expectedCloseOn: null,
  createdAt: now.toISOString(),
});
