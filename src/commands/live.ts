import type { Registry } from '../chat/command.ts';
import type { Ctx } from '../crm/context.ts';
import type { CustomField } from '../crm/custom/fields.ts';
import { registry } from './index.ts';
import { withCustom } from './records/custom.ts';
import { withSources } from './records/sources.ts';

/** What may add, change or bring back a field or a source. */
const redefining: readonly string[] = ['field.add', 'field.edit', 'lead.sources', 'undo'];

/** What admins have added to what is asked. */
export interface Added {
  readonly custom: readonly CustomField[];
  readonly sources: readonly string[];
}

/** The registry with what admins have added, as it is now. */
export interface LiveRegistry extends Added {
  readonly registry: Registry<Ctx>;
  /** Reads it anew; never rejects. What another replica has added is known a minute later. */
  refresh(): Promise<void>;
  /** Reads it anew after a command that may have changed it. */
  after(command: string): Promise<void>;
}

export async function liveRegistry(
  load: () => Promise<Added>,
  failed: (error: unknown) => void,
): Promise<LiveRegistry> {
  const growing = ({ custom, sources }: Added) => withSources(withCustom(registry, custom), sources);
  let added = await load();
  let grown = growing(added);
  const refresh = async () => {
    try {
      const found = await load();
      if (JSON.stringify(found) === JSON.stringify(added)) return;
      added = found;
      grown = growing(added);
    } catch (error) {
      failed(error);
    }
  };
  return {
    get registry() {
      return grown;
    },
    get custom() {
      return added.custom;
    },
    get sources() {
      return added.sources;
    },
    refresh,
    after: async (command) => {
      if (redefining.includes(command)) await refresh();
    },
  };
}
