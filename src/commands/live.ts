import type { Registry } from '../chat/command.ts';
import type { Ctx } from '../crm/context.ts';
import type { CustomField } from '../crm/custom/fields.ts';
import { registry } from './index.ts';
import { withCustom } from './records/custom.ts';

/** What may add, change or bring back a field. */
const redefining: readonly string[] = ['field.add', 'field.edit', 'undo'];

/** The registry with the fields that admins have added, as they are now. */
export interface LiveRegistry {
  readonly registry: Registry<Ctx>;
  readonly custom: readonly CustomField[];
  /** Reads the fields anew; never rejects. Fields that another replica has added are known a minute later. */
  refresh(): Promise<void>;
  /** Reads them anew after a command that may have changed them. */
  after(command: string): Promise<void>;
}

export async function liveRegistry(
  load: () => Promise<CustomField[]>,
  failed: (error: unknown) => void,
): Promise<LiveRegistry> {
  let custom = await load();
  let grown = withCustom(registry, custom);
  const refresh = async () => {
    try {
      const found = await load();
      if (JSON.stringify(found) === JSON.stringify(custom)) return;
      custom = found;
      grown = withCustom(registry, custom);
    } catch (error) {
      failed(error);
    }
  };
  return {
    get registry() {
      return grown;
    },
    get custom() {
      return custom;
    },
    refresh,
    after: async (command) => {
      if (redefining.includes(command)) await refresh();
    },
  };
}
