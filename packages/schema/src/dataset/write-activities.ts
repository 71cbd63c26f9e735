import { NO_JSON, type WriterTransaction } from '../database/writer.ts';
import type { ActivityEntry, OpenCallEntry } from './activity-model.ts';
import { readAllIds, readIds } from './code-ids.ts';

/** Writes activities; parts after what they are part of. */
export async function writeActivities(
  tx: WriterTransaction,
  activities: readonly ActivityEntry[],
  project: string,
): Promise<void> {
  const ids = await readAllIds(tx);
  for (const activity of activities) {
    const data = {
      projectId: ids.project(project),
      type: activity.type,
      componentCode: activity.component ?? null,
      title: activity.title,
      topics: activity.topics,
      cityId: ids.city(activity.city),
      venue: activity.venue ?? NO_JSON,
      heldOn: activity.heldOn ?? null,
      durationDays: activity.durationDays ?? null,
      isOngoing: activity.isOngoing,
      followedBy: activity.followedBy ?? NO_JSON,
      participantsCount: activity.participantsCount?.value ?? null,
      participantsCountQualifier: activity.participantsCount?.qualifier ?? null,
    };
    const { code } = activity;
    const { id: activityId } = await tx.activity.upsert({
      where: { code },
      create: { code, ...data },
      update: data,
    });
    const ofActivity = { where: { activityId } };
    await tx.activityOrigin.deleteMany(ofActivity);
    await tx.activityOrigin.createMany({
      data: activity.participantsFrom.map((city, position) => ({
        activityId,
        cityId: ids.city(city),
        position,
      })),
    });
    await tx.activityNetwork.deleteMany(ofActivity);
    await tx.activityNetwork.createMany({
      data: activity.networks.map((network) => ({ activityId, networkId: ids.network(network) })),
    });
    await tx.activitySource.deleteMany(ofActivity);
    await tx.activitySource.createMany({
      data: activity.sources.map((source, position) => ({
        activityId,
        sourceId: ids.source(source),
        position,
      })),
    });
  }
  if (activities.length === 0) return;
  const activityOf = await readIds(tx.activity);
  for (const { code, partOf } of activities) {
    await tx.activity.update({ where: { code }, data: { partOfId: activityOf(partOf) } });
  }
}

/** Writes public calls. */
export async function writeOpenCalls(
  tx: WriterTransaction,
  openCalls: readonly OpenCallEntry[],
): Promise<void> {
  const activityOf = await readIds(tx.activity);
  for (const { code, activity, opensOn, closesOn } of openCalls) {
    const data = { activityId: activityOf(activity), opensOn: opensOn ?? null, closesOn: closesOn ?? null };
    await tx.openCall.upsert({ where: { code }, create: { code, ...data }, update: data });
  }
}
