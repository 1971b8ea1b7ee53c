/** A database that cannot be used as it is; the message is one sentence for whoever runs the bot. */
export class DatabaseError extends Error {
  override name = 'DatabaseError';
}
