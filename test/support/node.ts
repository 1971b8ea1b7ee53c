/**
 * For a process that lives for seconds: its WebAssembly, the database above all, is compiled once and not a second
 * time for speed, which halves the work of a start.
 */
export const shortLived = '--liftoff-only';
