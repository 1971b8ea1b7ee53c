import type { Registry } from '../../chat/command.ts';
import { optional } from '../../chat/field.ts';
import { text } from '../../chat/fields.ts';
import { helpCard } from '../../chat/help.ts';
import type { Ctx } from '../../crm/context.ts';
import { defineCommand } from '../define.ts';

/** Help knows the registry it is part of, hence the function. */
export const helpCommand = (registry: () => Registry<Ctx>) =>
  defineCommand({
    id: 'crm.help',
    access: 'viewer',
    reply: 'private',
    fields: { topic: optional(text({ max: 60 })) },
    positional: ['topic'],
    run: async (ctx, { topic }) => helpCard(ctx, registry(), topic),
  });
