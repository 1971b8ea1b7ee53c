import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Chat, Platform } from './chat/platform.ts';

/** What the bot tells about itself at /metrics: commands and deliveries, how many and how long. */
export function createMeter() {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const commands = new Histogram({
    name: 'chot_command_seconds',
    help: 'From the stored invocation to its answer',
    labelNames: ['platform', 'command', 'outcome'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [register],
  });
  const deliveries = new Counter({
    name: 'chot_deliveries_total',
    help: 'Attempts to send a message that the bot owed',
    labelNames: ['platform', 'outcome'],
    registers: [register],
  });
  return {
    text: () => register.metrics(),
    chat: (chat: Chat): Chat => ({
      ...chat,
      async handle(invocation, again) {
        const stop = commands.startTimer({
          platform: invocation.person.platform,
          command: invocation.command,
        });
        const answer = await chat.handle(invocation, again);
        stop({ outcome: answer.ok });
        return answer;
      },
    }),
    platform: (platform: Platform): Platform => ({
      ...platform,
      async send(message) {
        const outcome = await platform.send(message);
        deliveries.inc({ platform: platform.name, outcome: outcome.kind });
        return outcome;
      },
    }),
  };
}

export type Meter = ReturnType<typeof createMeter>;
