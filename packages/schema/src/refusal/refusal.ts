/** What is wrong with one input, and where it stands. */
export type Problem = {
  /** Names of input fields, and positions in lists from 0, from the outermost. */
  readonly path: readonly string[];
  /** What was expected, and how to mend it. */
  readonly message: string;
};

/** Why something was not done: all that is wrong with its input. */
export class Refusal {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    this.problems = problems;
  }
}

/** Refuses an input for one reason. */
export function refuse(path: readonly string[], message: string): Refusal {
  return new Refusal([{ path, message }]);
}

/** A record that somebody else changed since the caller read it. */
export class Conflict {
  readonly currentRevision: number;

  constructor(currentRevision: number) {
    this.currentRevision = currentRevision;
  }
}
