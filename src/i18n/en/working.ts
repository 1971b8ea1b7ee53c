/** Editing at once, timelines and threads. */
export const working = {
  'edit.overtaken_title': 'Somebody else has changed the same meanwhile. Nothing was saved yet.',
  'edit.overtaken': '{name} has changed {field} to {value}.',
  'edit.overtaken_cleared': '{name} has cleared {field}.',
  'edit.somebody': 'Somebody',
  'edit.again': 'Look and save again',
} as const;
