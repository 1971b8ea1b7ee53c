/** What a backup and its restoring say. */
export const backup = {
  'backup.done': '{rows} rows are in {file}.',
  'backup.restored': '{rows} rows were restored from {file}, as they were on {at}.',
  'problem.backup.one_file': 'Please name one file: npm run -s {mode} chot.gz',
  'problem.backup.empty': 'There is nothing to back up: the database is empty.',
  'problem.backup.unwritable': 'I cannot write {file} ({why}).',
  'problem.backup.unreadable': 'I cannot read {file} ({why}).',
  'problem.backup.foreign': '{file} is not a backup of Chốt.',
  'problem.backup.broken': '{file} is cut off or damaged; nothing was restored.',
  'problem.backup.newer': '{file} was made by another, newer release; please update before you restore it.',
  'problem.backup.not_empty':
    'The database is not empty; please restore into a new folder (DATA_DIR) or an empty PostgreSQL database (DATABASE_URL).',
  'problem.backup.in_use':
    'Another process is using this database; please restore into a new folder (DATA_DIR), or stop it first.',
} as const;
