/**
 * Conditions whose values hold no quotes as a filter says them, before one that somebody typed: in quotes they end
 * where they end, so that what was typed reads as it does alone.
 */
export function saidBefore(
  typed: string | undefined,
  conditions: Readonly<Record<string, string | undefined>>,
): string {
  const said = Object.entries(conditions).flatMap(([key, value]) => (value ? [`"${key}":"${value}"`] : []));
  return [...said, typed].filter(Boolean).join(' ');
}
