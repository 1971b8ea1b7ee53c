/** Works something out once for each object that it is asked about, and keeps it for as long as the object lives. */
export function oncePer<O extends object, T>(work: (of: O) => T): (of: O) => T {
  const known = new WeakMap<O, { readonly value: T }>();
  return (of) => {
    const found = known.get(of) ?? { value: work(of) };
    known.set(of, found);
    return found.value;
  };
}
