import { createHash } from 'node:crypto';
import path from 'node:path';
import { isReachableBy, postgresUser } from './os-user.ts';

/**
 * The folder of the embedded PostgreSQL when none is named: `.data` where the program is started. Started as
 * root below a folder that only root can enter, PostgreSQL (which refuses to run as root) could not reach
 * that; then a folder of the same start below `/var/lib/reintegration`.
 */
export async function defaultDataDirectory(workingDirectory: string): Promise<string> {
  const local = path.join(workingDirectory, '.data');
  const user = postgresUser();
  if (user === null || (await isReachableBy(user, local))) return local;
  const mark = createHash('sha256').update(workingDirectory).digest('hex').slice(0, 8);
  return path.join('/var/lib/reintegration', `${path.basename(workingDirectory) || 'root'}-${mark}`);
}
