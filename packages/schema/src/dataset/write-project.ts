import { NO_JSON, type WriterTransaction } from '../database/writer.ts';
import { readAllIds } from './code-ids.ts';
import type { ProjectEntry } from './project-model.ts';

/** Writes the project with everything that its file says of it; what the file no longer says goes. */
export async function writeProject(tx: WriterTransaction, project: ProjectEntry): Promise<void> {
  const { code, title, startsOn, endsOn, status, targetGroups, isSynthetic, notes } = project;
  const data = {
    title,
    startsOn: startsOn ?? null,
    endsOn: endsOn ?? null,
    status: status ?? null,
    targetGroups,
    isSynthetic,
    startsOnNote: notes?.startsOn ?? NO_JSON,
    endsOnNote: notes?.endsOn ?? NO_JSON,
    citiesNote: notes?.cities ?? NO_JSON,
  };
  const { id: projectId } = await tx.project.upsert({
    where: { code },
    create: { code, ...data },
    update: data,
  });
  const ids = await readAllIds(tx);
  const ofProject = { where: { projectId } };

  await tx.projectDateSource.deleteMany(ofProject);
  await tx.projectDateSource.createMany({
    data: project.dateSources.map((source) => ({ projectId, sourceId: ids.source(source) })),
  });
  await tx.projectComponent.deleteMany(ofProject);
  await tx.projectComponent.createMany({
    data: project.components.map((component) => ({
      projectId,
      componentCode: component.code,
      supports: component.supports,
    })),
  });
  await tx.projectDistrict.deleteMany(ofProject);
  await tx.projectDistrict.createMany({
    data: project.districts.map((district) => ({ projectId, districtId: ids.district(district) })),
  });
  await tx.projectCity.deleteMany(ofProject);
  await tx.projectCity.createMany({
    data: project.cities.map((city) => ({ projectId, cityId: ids.city(city) })),
  });
  await tx.participation.deleteMany(ofProject);
  await tx.participation.createMany({
    data: project.participations.map(({ organization, role, component, source }, position) => ({
      projectId,
      organizationId: ids.organization(organization),
      role,
      componentCode: component ?? null,
      sourceId: ids.source(source),
      position,
    })),
  });
  await tx.budget.deleteMany(ofProject);
  for (const { city, amount, currency, sources } of project.budgets) {
    const budget = await tx.budget.create({ data: { projectId, cityId: ids.city(city), amount, currency } });
    await tx.budgetSource.createMany({
      data: sources.map((source, position) => ({
        budgetId: budget.id,
        sourceId: ids.source(source),
        position,
      })),
    });
  }
}
