import { withDefault } from '../../chat/field.ts';
import { choice } from '../../chat/fields.ts';
import type { Ctx } from '../../crm/context.ts';
import type { DigestName } from '../../crm/subscriptions/subscribe.ts';

/** Which digest; there is one so far. */
export const digest = withDefault(
  choice<DigestName, Ctx>({ options: [{ value: 'pipeline', label: 'choice.digest.pipeline' }] }),
  'pipeline',
);
