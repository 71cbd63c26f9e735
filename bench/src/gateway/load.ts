import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Job, JobReport, Sample } from './load-program.ts';

/** Asks servers from a process of its own. */
export type Load = {
  /** @throws Error when a request was not answered as it should be */
  run(job: Job): Promise<Sample>;
  close(): void;
};

/** Starts the load generator. */
export function startLoad(): Load {
  const child: ChildProcess = fork(fileURLToPath(new URL('load-program.ts', import.meta.url)), {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return {
    run: (job) =>
      new Promise((resolve, reject) => {
        const end = () => reject(new Error('The load generator ended'));
        child.once('exit', end);
        child.once('message', (report: JobReport) => {
          child.off('exit', end);
          if ('failure' in report) reject(new Error(`${job.method} ${job.url}: ${report.failure}`));
          else resolve(report);
        });
        child.send(job);
      }),
    close: () => void child.kill(),
  };
}
