import { NO_JSON, type WriterTransaction } from '../database/writer.ts';
import { readIds } from './code-ids.ts';
import type { IndicatorEntry } from './indicator-model.ts';
import type { NetworkEntry, OrganizationEntry, SourceEntry } from './organization-model.ts';
import type { CityEntry, DistrictEntry } from './place-model.ts';
import type { ComponentEntry } from './project-model.ts';

/** Writes sources; a translation after the document that it translates. */
export async function writeSources(tx: WriterTransaction, sources: readonly SourceEntry[]): Promise<void> {
  for (const { code, language, title, publisher, url, publishedOn } of sources) {
    const data = { language, title, publisher, url: url ?? null, publishedOn: publishedOn ?? null };
    await tx.source.upsert({ where: { code }, create: { code, ...data }, update: data });
  }
  if (sources.length === 0) return;
  const idOf = await readIds(tx.source);
  for (const { code, translationOf } of sources) {
    await tx.source.update({ where: { code }, data: { translationOfId: idOf(translationOf) } });
  }
}

/** Writes districts. */
export async function writeDistricts(
  tx: WriterTransaction,
  districts: readonly DistrictEntry[],
): Promise<void> {
  const codes = districts.map(({ code }) => code);
  for (const { code, iso3166, nuts3, name, point } of districts) {
    // Of two that swap their codes, neither could be written first: the other gets its own in its turn.
    const others = { in: codes, not: code };
    const holder = await tx.district.findFirst({ where: { code: others, iso3166 } });
    const vacant = { iso3166: `${holder?.code}, to be written` };
    if (holder) await tx.district.update({ where: { id: holder.id }, data: vacant });
    if (nuts3) await tx.district.updateMany({ where: { code: others, nuts3 }, data: { nuts3: null } });
    const location = { latitude: point?.latitude ?? null, longitude: point?.longitude ?? null };
    const data = { iso3166, nuts3: nuts3 ?? null, name, ...location };
    await tx.district.upsert({ where: { code }, create: { code, ...data }, update: data });
  }
}

/** Writes cities. */
export async function writeCities(tx: WriterTransaction, cities: readonly CityEntry[]): Promise<void> {
  const districtOf = await readIds(tx.district);
  const codes = cities.map(({ code }) => code);
  for (const { code, registryNumber, district, name, point, geonamesId } of cities) {
    // Of two that swap their numbers, neither could be written first: the other gets its own in its turn.
    const others = { in: codes, not: code };
    if (registryNumber)
      await tx.city.updateMany({ where: { code: others, registryNumber }, data: { registryNumber: null } });
    if (geonamesId)
      await tx.city.updateMany({ where: { code: others, geonamesId }, data: { geonamesId: null } });
    const data = {
      registryNumber: registryNumber ?? null,
      districtId: districtOf(district),
      name,
      latitude: point?.latitude ?? null,
      longitude: point?.longitude ?? null,
      geonamesId: geonamesId ?? null,
    };
    await tx.city.upsert({ where: { code }, create: { code, ...data }, update: data });
  }
}

/** Writes organizations. */
export async function writeOrganizations(
  tx: WriterTransaction,
  organizations: readonly OrganizationEntry[],
): Promise<void> {
  const cityOf = await readIds(tx.city);
  for (const { code, name, acronym, kind, country, seat, contacts = [] } of organizations) {
    const data = { name, acronym: acronym ?? null, kind, country, seatId: cityOf(seat) };
    const { id } = await tx.organization.upsert({ where: { code }, create: { code, ...data }, update: data });
    await tx.organizationContact.deleteMany({ where: { organizationId: id } });
    await tx.organizationContact.createMany({
      data: contacts.map((contact) => ({ organizationId: id, ...contact })),
      skipDuplicates: true,
    });
  }
}

/** Writes networks with their named members. */
export async function writeNetworks(tx: WriterTransaction, networks: readonly NetworkEntry[]): Promise<void> {
  const sourceOf = await readIds(tx.source);
  const organizationOf = await readIds(tx.organization);
  for (const { code, name, description, groupsServed, memberCount, members, source } of networks) {
    const data = {
      name,
      description: description ?? NO_JSON,
      groupsServed,
      memberCount: memberCount?.value ?? null,
      memberCountQualifier: memberCount?.qualifier ?? null,
      sourceId: sourceOf(source),
    };
    const { id } = await tx.network.upsert({ where: { code }, create: { code, ...data }, update: data });
    await tx.networkMember.deleteMany({ where: { networkId: id } });
    await tx.networkMember.createMany({
      data: members.map((member) => ({ networkId: id, organizationId: organizationOf(member) })),
    });
  }
}

/** Writes components. */
export async function writeComponents(
  tx: WriterTransaction,
  components: readonly ComponentEntry[],
): Promise<void> {
  for (const { code, position, name } of components) {
    await tx.component.upsert({
      where: { code },
      create: { code, position, name },
      update: { position, name },
    });
  }
}

/** Writes indicators. */
export async function writeIndicators(
  tx: WriterTransaction,
  indicators: readonly IndicatorEntry[],
): Promise<void> {
  for (const { code, definition, component, ...same } of indicators) {
    const data = { ...same, definition: definition ?? NO_JSON, componentCode: component ?? null };
    await tx.indicator.upsert({ where: { code }, create: { code, ...data }, update: data });
  }
}
