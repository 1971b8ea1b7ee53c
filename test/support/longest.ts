import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest; one of them waits or uses the machine little, so that the next may use it. */
const longest = [
  'slack/faults',
  'sight/walk',
  'app/killed',
  'db/embedded',
  'backup/backup',
  'app/terminal',
  'playground/browser',
  'app/start',
  'app/file-killed',
  'delivery/crash',
  'metrics/histories',
  'slack/keeping',
  'terminal/process',
  'slack/emulator/acting',
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
