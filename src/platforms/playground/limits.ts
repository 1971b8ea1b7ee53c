/** What the playground keeps in memory and takes from a browser. */
export const limits = Object.freeze({
  /** Messages kept for each channel and each direct conversation; older ones go, with their pictures. */
  history: 200,
  /** Characters of one typed line. */
  line: 4_000,
  /** Bytes of one request. */
  request: 64 * 1024,
  /** Milliseconds between two signs of life on an event stream. */
  heartbeat: 20_000,
});
