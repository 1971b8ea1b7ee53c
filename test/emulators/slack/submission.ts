import { type Json, json, list } from './json.ts';
import { shows } from './methods/files.ts';
import { create, replace } from './methods/views.ts';
import type { View } from './store.ts';
import { checkView } from './validate.ts';
import type { World } from './world.ts';

/** Takes a modal off its person's screen. */
export function closeView({ store }: World, view: View) {
  store.stacks.set(
    view.user,
    (store.stacks.get(view.user) ?? []).filter((each) => each !== view),
  );
  store.changed();
}

/** Does what the app answered to a submission. */
export function takeAnswer(world: World, view: View, answer: Json) {
  const { store } = world;
  const violate = (what: string) => {
    world.violations.push({ where: 'view_submission', what, detail: answer });
  };
  const next = json(answer.view);
  if (answer.response_action === 'update' || answer.response_action === 'push') {
    const refusal = checkView(next, 'modal', shows(world));
    if (refusal) return violate(`${refusal.error} ${refusal.messages.join('; ')}`);
  }
  switch (answer.response_action) {
    case undefined:
      if (Object.keys(answer).length > 0) violate('unknown answer');
      return closeView(world, view);
    case 'clear':
      store.stacks.set(view.user, []);
      return store.changed();
    case 'update':
      return replace(world, view, next);
    case 'push':
      create(world, view.user, 'modal', next, store.stacks.get(view.user));
      return store.changed();
    case 'errors': {
      const inputs = list(view.body.blocks).filter((block) => block.type === 'input');
      const errors = Object.entries(json(answer.errors));
      if (errors.length === 0) violate('errors without any');
      for (const [id, words] of errors) {
        if (!inputs.some((block) => block.block_id === id)) violate(`an error for ${id}, which is no input`);
        else if (typeof words !== 'string' || words === '') violate(`an empty error for ${id}`);
        else view.errors[id] = words;
      }
      return store.changed();
    }
    default:
      violate(`unknown response_action ${answer.response_action}`);
  }
}
