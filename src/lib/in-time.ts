/** What comes within `ms` milliseconds; the fallback where it takes longer or fails. */
export function inTime<T>(work: Promise<T>, fallback: T, ms: number): Promise<T> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(fallback), ms);
    work.then(resolve, () => resolve(fallback)).finally(() => clearTimeout(timer));
  });
}
