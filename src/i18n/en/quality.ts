/** The quality of what is in the CRM: its score, what is found, the walk through it, and the audit. */
export const quality = {
  'metric.quality.score': 'Data quality',
  'formula.quality.score':
    'Records in which nothing is missing or out of date ÷ all records: open deals, leads in work, contacts and companies. A record with several findings counts once.',
  'numerator.quality.score': 'Without a finding',
  'denominator.quality.score': 'Records',
  'empty.no_records': 'there are no records yet',
  'quality.rule.no_owner': 'No owner',
  'quality.rule.no_contact': 'No phone or e-mail',
  'quality.rule.no_source': 'No source',
  'quality.rule.no_close': 'No expected close',
  'quality.rule.close_passed': 'Expected close has passed',
  'quality.rule.untouched': 'Untouched for too long',
  'quality.rule.duplicate': 'Possible duplicate',
  'problem.audit.nobody': 'Please say who is responsible for the data: /crm audit responsible:@name',
  'problem.audit.no_channel':
    'The audit is posted to a channel: please type this in the channel that should get it.',
} as const;
