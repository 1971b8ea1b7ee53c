import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest; those that wait for time-outs lie between those that keep the machine busy. */
const longest = [
  'slack/faults',
  'sight/walk',
  'app/killed',
  'db/embedded',
  'slack/keeping',
  'backup/backup',
  'app/terminal',
  'slack/emulator/acting',
  'app/start',
  'playground/browser',
  'discord/emulator/gateway',
  'app/file-killed',
  'delivery/crash',
  'metrics/histories',
  'crm/access',
  'crm/changes',
].map((name) => `test/${name}.test.ts`);

/** Begins with the longest files: one that begins last keeps a single process busy at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ project, moduleId }: TestSpecification) => {
      const found = longest.indexOf(relative(project.config.root, moduleId));
      return found < 0 ? longest.length : found;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}
