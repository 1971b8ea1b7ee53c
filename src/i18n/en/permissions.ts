/** What is said about who sees and changes which records. */
export const permissions = {
  'seen.none': 'No record of this kind is there for you to see.',
  'permissions.title': 'Permissions: who sees / who changes',
  'permissions.how':
    'Whose records the role sees / whose it changes, once where it is the same: none, one’s own, those of one’s team, or all. Records without an owner count as one’s own. * set by an admin, the others are the defaults. Admins see and change everything.',
  'permissions.of': 'What {name} sees and changes',
  'permit.done': '{role}, {kind}: sees {sees}, changes {changes}.',
  'problem.permit.viewer': 'Viewers change nothing: give them another role with /crm member.',
  'problem.permit.unseen': 'Nobody can change what they do not see: let “changes” be no wider than “sees”.',
} as const;
