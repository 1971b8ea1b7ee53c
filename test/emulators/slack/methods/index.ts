import { chatMethods } from './chat.ts';
import { conversationMethods } from './conversations.ts';
import { fileMethods } from './files.ts';
import { type Methods, ok } from './method.ts';
import { peopleMethods } from './people.ts';
import { viewMethods } from './views.ts';

/** Every Web API method the emulator knows. */
export const methods: Methods = {
  ...peopleMethods,
  ...chatMethods,
  ...conversationMethods,
  ...viewMethods,
  ...fileMethods,
  'apps.connections.open': {
    appLevel: true,
    required: [],
    optional: [],
    run: ({ origin }) => ok({ url: `${origin.replace('http', 'ws')}/link` }),
  },
};
