import type { UnansweredGroup } from '../../src/core/unanswered-group.ts';

/** A group of questions three members asked, changed where a test says so; `number` tells it from others. */
export function exampleGroup(changes: Partial<UnansweredGroup> = {}, number = 1): UnansweredGroup {
  return {
    key: String(number).padStart(16, '0'),
    label: 'who pays?',
    askedByMany: true,
    questions: 3,
    askedModerators: 0,
    waitingToBeTold: 0,
    caseNumbers: [],
    ...changes,
  };
}
