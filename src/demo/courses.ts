import type { Dice } from './dice.ts';
import { type Course, growing, LOST, type Step, WON } from './records.ts';
import type { Colleague, Words } from './words/words.ts';

const closedDeals = 115;
/** Open deals in each stage. */
const openDeals = [14, 13, 12, 9, 7];

/** How every deal of the company goes through the stages, oldest first. `limits` are those of the open stages. */
export function makeCourses(dice: Dice, words: Words, limits: readonly number[]): Course[] {
  const sellers = words.colleagues.filter(({ role }) => role === 'rep' || role === 'manager');
  return [...closedCourses(dice, words, sellers), ...openCourses(dice, words, sellers, limits)].sort(
    (a, b) => b.age - a.age,
  );
}

/** Somewhat more is won lately, and by some more than by others. */
function closedCourses(dice: Dice, words: Words, sellers: readonly Colleague[]): Course[] {
  const skill = sellers.map((_, i) => [1.1, 1.5, 0.9, 0.7, 1.3][i % 5] as number);
  let due = 0.6;
  return Array.from({ length: closedDeals }, (_, i) => {
    const age = growing(i, closedDeals, dice.between(0.2, 0.9));
    due += 0.46 - (0.11 * i) / closedDeals;
    const isWon = due + dice.between(-0.3, 0.3) >= 1;
    if (isWon) due -= 1;
    const owner = dice.weighed(sellers, (seller) => {
      const able = skill[sellers.indexOf(seller)] as number;
      return (seller.role === 'manager' ? 0.3 : 1) * (isWon ? able : 1 / able);
    });
    const reached = isWon ? 4 : dice.weighed([0, 1, 2, 3, 4], (stage) => [2, 3, 3, 2, 1][stage] as number);
    const length = (isWon ? 22 : 14) * Math.exp(0.9 * dice.normal());
    const route = routeTo(dice, reached);
    if (i % 29 === 20) route.push(LOST, reached);
    const steps = spread(dice, route, age, Math.max(2.5, Math.min(60, length)));
    const reason = isWon ? dice.chance(0.6) && dice.pick(words.wonReasons) : dice.pick(words.lostReasons);
    return course(
      owner,
      [...steps, { stage: isWon ? WON : LOST, age, ...(reason && { reason }) }],
      words,
      dice,
    );
  });
}

/** Every fifth has been left alone for too long, with a different owner each time. */
function openCourses(
  dice: Dice,
  words: Words,
  sellers: readonly Colleague[],
  limits: readonly number[],
): Course[] {
  const reps = sellers.filter(({ role }) => role === 'rep');
  const managers = sellers.filter(({ role }) => role === 'manager');
  const turns = [...managers, ...reps, ...reps.slice(0, 1)];
  return dice
    .shuffled(openDeals.flatMap((count, stage) => Array<number>(count).fill(stage)))
    .map((stage, i) => {
      const owner = i % 3 === 0 ? dice.pick(reps) : (turns[i % turns.length] as Colleague);
      const limit = limits[stage] as number;
      const stale = i % 5 === 2;
      const touched = stale
        ? limit + dice.between(1.5, 8)
        : Math.max(0, limit - 1.2) * dice.number() ** 1.7 + 0.03;
      const entered = touched + (dice.chance(stale ? 0.4 : 0.3) ? 0 : dice.between(0.4, stale ? 4 : 9));
      const route = routeTo(dice, stage);
      if (i % 18 === 9) route.splice(-1, 0, stage, LOST);
      const before = route.slice(0, -1);
      const steps = before.length ? spread(dice, before, entered, before.length * dice.between(2, 8)) : [];
      return { ...course(owner, [...steps, { stage, age: entered }], words, dice), touched };
    });
}

/** The stages that are passed on the way; one may be left out, and now and then it goes back and forth. */
function routeTo(dice: Dice, reached: number): number[] {
  const route = [0, 1, 2, 3, 4].filter(
    (stage) => stage === 0 || stage === reached || (stage < reached && !dice.chance(0.12)),
  );
  return route.length > 2 && dice.chance(0.08) ? [...route, ...route.slice(-2)] : route;
}

/** Shares `length` working days that end at `age` among the stages of a route. */
function spread(dice: Dice, route: readonly number[], age: number, length: number): Step[] {
  const shares = route.map(() => dice.between(0.4, 1.6));
  const unit = length / shares.reduce((sum, share) => sum + share, 0);
  let left = length;
  return route.map((stage, i) => {
    const step = { stage, age: age + left };
    left -= (shares[i] as number) * unit;
    return step;
  });
}

/** A deal that was lost on its way and came back has a reason there too. */
function course(owner: Colleague, steps: readonly Step[], words: Words, dice: Dice): Course {
  const reasoned = steps.map((step) =>
    step.stage === LOST && !step.reason ? { ...step, reason: dice.pick(words.lostReasons) } : step,
  );
  return { owner, age: steps[0]?.age ?? 0, steps: reasoned };
}
