type ByField<T> = Readonly<Record<string, T>>;

/** How another system's exports are read: what its columns and values are called, as plain data. */
export interface Preset {
  readonly name: string;
  /** Columns that together are in no other system's files; one group of them tells. */
  readonly marks: readonly (readonly string[])[];
  /** Kind → field → its columns; a field that takes one takes the next where that is empty. */
  readonly columns: ByField<ByField<readonly string[]>>;
  /** Kind → field → value there → value here; one that is empty here is read from the next column. */
  readonly values: ByField<ByField<Readonly<Record<string, string>>>>;
}
