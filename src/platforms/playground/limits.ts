/** What the playground keeps in memory and takes from a browser. */
export const limits = Object.freeze({
  /** Messages kept for each channel and each direct conversation; older ones go, with their pictures. */
  history: 200,
  /** Characters of one typed line. */
  line: 4_000,
  /** Bytes of one request. */
  request: 64 * 1024,
  /** Bytes of a file that is dropped; of a larger one only its size is told. */
  file: 20 * 1024 * 1024,
  /** Files that are kept until they are fetched. */
  files: 5,
  /** Milliseconds between two signs of life on an event stream. */
  heartbeat: 20_000,
});
