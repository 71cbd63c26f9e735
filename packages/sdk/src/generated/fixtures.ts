// Written by `pnpm generate` from the contract and from operations/*.graphql. Do not edit.

import type { Open } from '../operation.ts';
import type { Answered, Localized } from '../testing/fixture.ts';
import type {
  ActivityType,
  AdditiveDimension,
  Aggregation,
  BeneficiaryCategory,
  BeneficiaryKind,
  CellStatus,
  ComponentCode,
  ContactKind,
  Country,
  Currency,
  DateTime,
  Decimal,
  IndicatorDirection,
  KeyRole,
  LanguageTag,
  Latitude,
  Longitude,
  MeasurementKind,
  MeasurementStatus,
  OrganizationKind,
  PartialDate,
  ParticipationRole,
  Permission,
  ProjectStatus,
  Qualifier,
  ResultLevel,
  Sex,
  SupportType,
  ViewerRole,
} from './contract.ts';

/** The records of a test, by the lists that the contract has. */
export type Fixtures = {
  /** Activities, by code. */
  readonly activities?: readonly ActivityFixture[] | undefined;
  /** For stewards: the keys of their projects, live and revoked. Empty for all others. */
  readonly apiKeys?: readonly ApiKeyFixture[] | undefined;
  /** The beneficiaries that the viewer may see, by id; none for others. */
  readonly beneficiaries?: readonly BeneficiaryFixture[] | undefined;
  /** Cities and municipalities, by code. */
  readonly cities?: readonly CityFixture[] | undefined;
  /** The components, in their order. */
  readonly components?: readonly ComponentFixture[] | undefined;
  /** All districts, by code. */
  readonly districts?: readonly DistrictFixture[] | undefined;
  /** Indicators, by code. */
  readonly indicators?: readonly IndicatorFixture[] | undefined;
  /** Published measurements, by project, indicator, kind, place and period. Members see preliminary values as well; `status` tells. */
  readonly measurements?: readonly MeasurementFixture[] | undefined;
  /** All networks, by code. */
  readonly networks?: readonly NetworkFixture[] | undefined;
  /** Public calls, by code. */
  readonly openCalls?: readonly OpenCallFixture[] | undefined;
  /** Organizations, by code. */
  readonly organizations?: readonly OrganizationFixture[] | undefined;
  /** Projects, by code. */
  readonly projects?: readonly ProjectFixture[] | undefined;
  /** All sources, by code. */
  readonly sources?: readonly SourceFixture[] | undefined;
  /** The releases of protected counts of people of a project, the newest first. */
  readonly statisticsReleases?: readonly StatisticsReleaseFixture[] | undefined;
};

/** Something that a project did or does. */
export type ActivityFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'Activity' | undefined;
  /** Stable, readable key. */
  readonly code?: string | undefined;
  /** The component that it belongs to. */
  readonly component?: ComponentFixture | null | undefined;
  /** How long it took, in days. */
  readonly durationDays?: number | null | undefined;
  /** What came after it. */
  readonly followedBy?: Localized<string> | null | undefined;
  /** When it took place, as precise as a source says; null where none does. */
  readonly heldOn?: PartialDate | null | undefined;
  /** Global id, for `node` and `nodes`. Opaque. */
  readonly id?: string | undefined;
  /** Whether it went on when the source was written. */
  readonly isOngoing?: boolean | undefined;
  /** Networks that were represented, by code. */
  readonly networks?: readonly NetworkFixture[] | undefined;
  /** The larger activity that it was part of. */
  readonly partOf?: ActivityFixture | null | undefined;
  /** How many took part; null where no source says. */
  readonly participantsCount?: QualifiedCountFixture | null | undefined;
  /** Cities that its participants came from, in the order of the source. */
  readonly participantsFrom?: readonly CityFixture[] | undefined;
  /** Its parts, by code. */
  readonly parts?: readonly ActivityFixture[] | undefined;
  /** Where it took place; null where no source names one place. */
  readonly place?: PlaceFixture | null | undefined;
  /** The project. */
  readonly project?: ProjectFixture | undefined;
  /** Where this was read. */
  readonly sources?: readonly SourceFixture[] | undefined;
  /** What it is called. */
  readonly title?: Localized<string> | undefined;
  /** What it was about. */
  readonly topics?: Localized<readonly string[]> | undefined;
  /** What kind of thing it is. */
  readonly type?: Open<ActivityType> | undefined;
  /** The house or hall. */
  readonly venue?: Localized<string> | null | undefined;
};

/** A key that a program signs its requests with. The key itself is kept nowhere. */
export type ApiKeyFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'ApiKey' | undefined;
  /** The cities that it is for; empty but for partners. */
  readonly cities?: readonly CityFixture[] | undefined;
  /** The last day that it is good for; null when it has no end. */
  readonly expiresOn?: PartialDate | null | undefined;
  /** The same for a key and those that take its place. */
  readonly family?: string | undefined;
  /** Names the key, to rotate or to revoke it. */
  readonly id?: string | undefined;
  /** Whether it is good for anything: neither revoked nor ended. */
  readonly isLive?: boolean | undefined;
  /** When it was issued. */
  readonly issuedAt?: DateTime | undefined;
  /** The last day that it was used; null when it never was. */
  readonly lastUsedOn?: PartialDate | null | undefined;
  /** Whose key it is. */
  readonly organization?: OrganizationFixture | undefined;
  /** The projects that it is for. */
  readonly projects?: readonly ProjectFixture[] | undefined;
  /** When it was revoked; null when it is not. */
  readonly revokedAt?: DateTime | null | undefined;
  /** What it lets its holder be. */
  readonly role?: Open<KeyRole> | undefined;
};

/** A new key. */
export type ApiKeyIssuedFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'ApiKeyIssued' | undefined;
  /** The key as it is kept. */
  readonly apiKey?: ApiKeyFixture | undefined;
  /** The key itself, told this once: it is kept nowhere. Null when the answer is given again for the same `Idempotency-Key`; issue another then, and revoke this one. */
  readonly secret?: string | null | undefined;
};

/** The key is good for nothing any more, everywhere within two seconds. */
export type ApiKeyRevokedFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'ApiKeyRevoked' | undefined;
  /** The key. */
  readonly apiKey?: ApiKeyFixture | undefined;
};

/** All are enrolled. */
export type BeneficiariesSavedFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'BeneficiariesSaved' | undefined;
  /** All of them, in the order of the input. */
  readonly beneficiaries?: readonly BeneficiaryFixture[] | undefined;
};

/** A pseudonymous person or household that a project supports. Seen by the organization that enrolled it, in its projects and cities, and by the stewards of the project. */
export type BeneficiaryFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'Beneficiary' | undefined;
  /** Year of birth, never the date; null where it is not known, and for a household. */
  readonly birthYear?: number | null | undefined;
  /** Why it is supported. */
  readonly category?: Open<BeneficiaryCategory> | undefined;
  /** City that it lives in. */
  readonly city?: CityFixture | undefined;
  /** Organization that enrolled it. */
  readonly enrolledBy?: OrganizationFixture | undefined;
  /** Month of its enrolment. */
  readonly enrolledIn?: PartialDate | undefined;
  /** Global id, for `node` and `nodes`. Opaque. */
  readonly id?: string | undefined;
  /** One person, or a household. */
  readonly kind?: Open<BeneficiaryKind> | undefined;
  /** Project that supports it. */
  readonly project?: ProjectFixture | undefined;
  /** Grows by one with each change; goes into `expectedRevision`. */
  readonly revision?: number | undefined;
  /** Sex; null where it is not known, and for a household. */
  readonly sex?: Open<Sex> | null | undefined;
  /** What it received, by start. */
  readonly support?: readonly SupportFixture[] | undefined;
};

/** The record is gone, with its support and with every kept answer about it. The audit log keeps that it was erased, and nothing of what it said. */
export type BeneficiaryErasedFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'BeneficiaryErased' | undefined;
  /** The global id that it had. */
  readonly id?: string | undefined;
};

/** It is done. */
export type BeneficiarySavedFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'BeneficiarySaved' | undefined;
  /** The beneficiary as it is now. */
  readonly beneficiary?: BeneficiaryFixture | undefined;
};

/** Money planned for a project’s work in one city. */
export type BudgetFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'Budget' | undefined;
  /** How much. */
  readonly amount?: MoneyFixture | undefined;
  /** The city. */
  readonly city?: CityFixture | undefined;
  /** Where this was read. */
  readonly sources?: readonly SourceFixture[] | undefined;
};

/** A city (grad) or municipality (opština). */
export type CityFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'City' | undefined;
  /** Stable, readable key, for people and for addresses. */
  readonly code?: string | undefined;
  /** The district that it lies in. */
  readonly district?: DistrictFixture | undefined;
  /** What was reached, by component, indicator, place and period. Of the city. */
  readonly figures?: Answered<readonly FigureFixture[], {
    /** Values, qualifiers, periods, notes and choice of sources as published at this instant, for ever the same; names and titles are those of today. Not in the future. */
    readonly asOf?: DateTime | null | undefined;
    /** Only figures of this component. */
    readonly component?: ComponentCode | null | undefined;
    /** Only figures whose period lies wholly within this year, month or day. A period with an open end never does. */
    readonly during?: PartialDate | null | undefined;
    /** Only figures of the indicators with these codes, at most 100. */
    readonly indicators?: readonly string[] | null | undefined;
    /** Only figures of the project with this code. */
    readonly project?: string | null | undefined;
  }> | undefined;
  /** GeoNames id of the town, not of the municipality. */
  readonly geonamesId?: number | null | undefined;
  /** Global id, for `node` and `nodes`. Opaque. */
  readonly id?: string | undefined;
  /** Name, such as Novi Pazar. */
  readonly name?: Localized<string> | undefined;
  /** Where the town lies. */
  readonly point?: PointFixture | null | undefined;
  /** National registry number of the municipality (matični broj opštine). */
  readonly registryNumber?: string | null | undefined;
};

/** A strand of work, the same four for every project of the network. */
export type ComponentFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'Component' | undefined;
  /** Stable key. */
  readonly code?: Open<ComponentCode> | undefined;
  /** Name. */
  readonly name?: Localized<string> | undefined;
};

/** One category that a value is for, such as sex: female. */
export type DisaggregationCategoryFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'DisaggregationCategory' | undefined;
  /** Such as female. */
  readonly category?: string | undefined;
  /** Such as sex. */
  readonly dimension?: string | undefined;
};

/** A district (okrug). */
export type DistrictFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'District' | undefined;
  /** The cities and municipalities within it that are known here, by code. */
  readonly cities?: readonly CityFixture[] | undefined;
  /** Stable, readable key, for people and for addresses. */
  readonly code?: string | undefined;
  /** What was reached, by component, indicator, place and period. Of the district as a whole, not of its cities. */
  readonly figures?: Answered<readonly FigureFixture[], {
    /** Values, qualifiers, periods, notes and choice of sources as published at this instant, for ever the same; names and titles are those of today. Not in the future. */
    readonly asOf?: DateTime | null | undefined;
    /** Only figures of this component. */
    readonly component?: ComponentCode | null | undefined;
    /** Only figures whose period lies wholly within this year, month or day. A period with an open end never does. */
    readonly during?: PartialDate | null | undefined;
    /** Only figures of the indicators with these codes, at most 100. */
    readonly indicators?: readonly string[] | null | undefined;
    /** Only figures of the project with this code. */
    readonly project?: string | null | undefined;
  }> | undefined;
  /** Global id, for `node` and `nodes`. Opaque. */
  readonly id?: string | undefined;
  /** ISO 3166-2 code, such as RS-22. Its number is not that of the NUTS code. */
  readonly iso3166?: string | undefined;
  /** Name, such as Pirotski okrug. */
  readonly name?: Localized<string> | undefined;
  /** NUTS 2021 level 3 code, such as RS226. */
  readonly nuts3?: string | null | undefined;
  /** A point within it. */
  readonly point?: PointFixture | null | undefined;
};

/** The support as it is now, or why nothing was changed. */
export type EndSupportPayloadFixture =
  | (InputRefusedFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'InputRefused';
    })
  | (RevisionConflictFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'RevisionConflict';
    })
  | (SupportSavedFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'SupportSaved';
    });

/** Who is enrolled, or why nobody is. */
export type EnrolBeneficiariesPayloadFixture =
  | (BeneficiariesSavedFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'BeneficiariesSaved';
    })
  | (InputRefusedFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'InputRefused';
    });

/** Who is enrolled, or why nobody is. */
export type EnrolBeneficiaryPayloadFixture =
  | (BeneficiarySavedFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'BeneficiarySaved';
    })
  | (InputRefusedFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'InputRefused';
    });

/** Who is erased, or why nobody is. */
export type EraseBeneficiaryPayloadFixture =
  | (BeneficiaryErasedFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'BeneficiaryErased';
    })
  | (InputRefusedFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'InputRefused';
    })
  | (RevisionConflictFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'RevisionConflict';
    });

/** What was reached: an indicator’s current actual value for a project, a place and a period, with all that is needed to read it rightly. */
export type FigureFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'Figure' | undefined;
  /** The instant that the answer holds for. Asking again with it as `asOf` gives the same values, qualifiers, periods, notes and choice of sources for ever; names and titles are those of today. */
  readonly asOf?: DateTime | undefined;
  /** How things stood before; null when no baseline is published. */
  readonly baseline?: MeasurementFixture | null | undefined;
  /** Ready to be printed: figure, place, period, sources, revision and state of the data. Names and titles in it are those of today. */
  readonly citation?: Localized<string> | undefined;
  /** Version of the published data at that instant. */
  readonly dataVersion?: number | undefined;
  /** What is measured. */
  readonly indicator?: IndicatorFixture | undefined;
  /** The measurement behind it, with its history. */
  readonly measurement?: MeasurementFixture | undefined;
  /** What the source adds. */
  readonly note?: Localized<string> | null | undefined;
  /** The reporting period that it is for. May be open; see `isOpen`. */
  readonly period?: PeriodFixture | undefined;
  /** The whole project, or the district or city that it is for. Do not add values of different levels. */
  readonly place?: PlaceFixture | undefined;
  /** Share of the way from the baseline (else from zero) to the target: 0.55 is 55 %. Computed from the stated numbers whatever their qualifiers; null without a target. */
  readonly progress?: Decimal | null | undefined;
  /** The project. */
  readonly project?: ProjectFixture | undefined;
  /** How exact the value is. */
  readonly qualifier?: Open<Qualifier> | undefined;
  /** From when on this revision stood. */
  readonly recordedAt?: DateTime | undefined;
  /** Number of the revision. A corrected figure has a higher one. */
  readonly revision?: number | undefined;
  /** Where it was read. At least one. */
  readonly sources?: readonly SourceFixture[] | undefined;
  /** What it is held against: the target for the same period, else the tightest one around it; null when none is published. */
  readonly target?: MeasurementFixture | null | undefined;
  /** The value, in the unit of the indicator. */
  readonly value?: Decimal | undefined;
};

/** Something public has changed: figures, or what they are about. */
export type FiguresChangeFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'FiguresChange' | undefined;
  /** The instant of the change. */
  readonly asOf?: DateTime | undefined;
  /** Version of the published data from now on. */
  readonly dataVersion?: number | undefined;
};

/** A sum of published values, with the values that it is made of. Places or periods without a published value are not in it. */
export type FigureSumFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'FigureSum' | undefined;
  /** What is measured. */
  readonly indicator?: IndicatorFixture | undefined;
  /** Along which dimension was added. */
  readonly over?: Open<AdditiveDimension> | undefined;
  /** What was added. */
  readonly parts?: readonly MeasurementFixture[] | undefined;
  /** How exact it is: as inexact as its least exact part. */
  readonly qualifier?: Open<Qualifier> | undefined;
  /** The sum, in the unit of the indicator. */
  readonly value?: Decimal | undefined;
};

/** What came of freezing statistics. */
export type FreezeStatisticsPayloadFixture =
  | (InputRefusedFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'InputRefused';
    })
  | (StatisticsFrozenFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'StatisticsFrozen';
    });

/** What is measured, and how its values may be read. */
export type IndicatorFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'Indicator' | undefined;
  /** Along which dimensions its values may be added; empty for none. */
  readonly additiveOver?: readonly (Open<AdditiveDimension>)[] | undefined;
  /** How values of several places or periods become one. */
  readonly aggregation?: Open<Aggregation> | undefined;
  /** Stable, readable key. */
  readonly code?: string | undefined;
  /** The component that it belongs to; null when it spans several. */
  readonly component?: ComponentFixture | null | undefined;
  /** Whether it counts persons. */
  readonly countsPersons?: boolean | undefined;
  /** What exactly is counted, as far as the sources say. */
  readonly definition?: Localized<string> | null | undefined;
  /** Which way is better. */
  readonly direction?: Open<IndicatorDirection> | undefined;
  /** Global id, for `node` and `nodes`. Opaque. */
  readonly id?: string | undefined;
  /** Name, as a label for people. */
  readonly name?: Localized<string> | undefined;
  /** Where it stands in the chain of results. */
  readonly resultLevel?: Open<ResultLevel> | undefined;
  /** What one is, in English and in the singular: grant, person, workshop. */
  readonly unit?: string | undefined;
};

/** What is wrong with one input. */
export type InputIssueFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'InputIssue' | undefined;
  /** What was expected, and how to mend it. */
  readonly message?: string | undefined;
  /** Where it stands within the argument `input`: names of input fields, and positions in lists from 0. */
  readonly path?: readonly string[] | undefined;
};

/** Nothing was done, for reasons that the caller can mend. */
export type InputRefusedFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'InputRefused' | undefined;
  /** All that is wrong, in the order of the input. */
  readonly issues?: readonly InputIssueFixture[] | undefined;
  /** All of it in one sentence. */
  readonly message?: string | undefined;
};

/** What came of issuing a key. */
export type IssueApiKeyPayloadFixture =
  | (ApiKeyIssuedFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'ApiKeyIssued';
    })
  | (InputRefusedFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'InputRefused';
    });

/** A value of an indicator: its baseline, its target, or what was reached. */
export type MeasurementFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'Measurement' | undefined;
  /** The categories that it is for; empty for the total. */
  readonly disaggregation?: readonly DisaggregationCategoryFixture[] | undefined;
  /** Global id, for `node` and `nodes`. Opaque. */
  readonly id?: string | undefined;
  /** What is measured. */
  readonly indicator?: IndicatorFixture | undefined;
  /** What the value says. */
  readonly kind?: Open<MeasurementKind> | undefined;
  /** What the source adds. */
  readonly note?: Localized<string> | null | undefined;
  /** The reporting period that it is for. */
  readonly period?: PeriodFixture | undefined;
  /** The whole project, or the district or city that it is for. */
  readonly place?: PlaceFixture | undefined;
  /** The project. */
  readonly project?: ProjectFixture | undefined;
  /** How exact the value is. */
  readonly qualifier?: Open<Qualifier> | undefined;
  /** From when on this revision stood. */
  readonly recordedAt?: DateTime | undefined;
  /** Number of the revision told here. A correction is a new one. */
  readonly revision?: number | undefined;
  /** Every revision that was public by the instant that the answer is for, oldest first. Members see those that never were as well. */
  readonly revisions?: readonly MeasurementRevisionFixture[] | undefined;
  /** Where it was read. At least one. */
  readonly sources?: readonly SourceFixture[] | undefined;
  /** How far it may be relied on. */
  readonly status?: Open<MeasurementStatus> | undefined;
  /** The value, in the unit of the indicator. */
  readonly value?: Decimal | undefined;
};

/** The value is public from now on. */
export type MeasurementPublishedFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'MeasurementPublished' | undefined;
  /** Global id of the measurement. */
  readonly id?: string | undefined;
  /** Number of the revision that publishes it. */
  readonly revision?: number | undefined;
};

/** A value of a measurement as it stood from one instant on. No revision is ever changed or removed. */
export type MeasurementRevisionFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'MeasurementRevision' | undefined;
  /** What the source adds. */
  readonly note?: Localized<string> | null | undefined;
  /** How exact the value is. */
  readonly qualifier?: Open<Qualifier> | undefined;
  /** From when on it stood. */
  readonly recordedAt?: DateTime | undefined;
  /** Number, from 1. Revisions that were never public leave gaps. */
  readonly revision?: number | undefined;
  /** Where it was read. */
  readonly sources?: readonly SourceFixture[] | undefined;
  /** How far it may be relied on. */
  readonly status?: Open<MeasurementStatus> | undefined;
  /** The value. */
  readonly value?: Decimal | undefined;
};

/** The value is no longer public. What it was stays readable as of earlier instants. */
export type MeasurementWithdrawnFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'MeasurementWithdrawn' | undefined;
  /** Global id of the measurement. */
  readonly id?: string | undefined;
  /** Number of the revision that withdraws it. */
  readonly revision?: number | undefined;
};

/** An amount of money. */
export type MoneyFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'Money' | undefined;
  /** In units of the currency, not in cents. */
  readonly amount?: Decimal | undefined;
  /** ISO 4217. */
  readonly currency?: Currency | undefined;
};

/** A network of organizations. */
export type NetworkFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'Network' | undefined;
  /** Stable, readable key. */
  readonly code?: string | undefined;
  /** What it is. */
  readonly description?: Localized<string> | null | undefined;
  /** Whom its members serve. */
  readonly groupsServed?: Localized<readonly string[]> | undefined;
  /** Global id, for `node` and `nodes`. Opaque. */
  readonly id?: string | undefined;
  /** How many members it says it has: a statement, not a count of `members`. */
  readonly memberCount?: QualifiedCountFixture | null | undefined;
  /** The members that are known here by name, by code. */
  readonly members?: readonly OrganizationFixture[] | undefined;
  /** Name. */
  readonly name?: Localized<string> | undefined;
  /** Where this was read. */
  readonly sources?: readonly SourceFixture[] | undefined;
};

/** Whatever has a global id. */
export type NodeFixture =
  | (ActivityFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'Activity';
    })
  | (BeneficiaryFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'Beneficiary';
    })
  | (CityFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'City';
    })
  | (DistrictFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'District';
    })
  | (IndicatorFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'Indicator';
    })
  | (MeasurementFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'Measurement';
    })
  | (NetworkFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'Network';
    })
  | (OpenCallFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'OpenCall';
    })
  | (OrganizationFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'Organization';
    })
  | (ProjectFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'Project';
    })
  | (SourceFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'Source';
    })
  | (SupportFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'Support';
    });

/** A public call for applications. Its title, place, component and sources are those of its activity. */
export type OpenCallFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'OpenCall' | undefined;
  /** The activity of type OPEN_CALL that announces it. */
  readonly activity?: ActivityFixture | undefined;
  /** Last day for applications; null where no source says. */
  readonly closesOn?: PartialDate | null | undefined;
  /** Stable, readable key. */
  readonly code?: string | undefined;
  /** Global id, for `node` and `nodes`. Opaque. */
  readonly id?: string | undefined;
  /** First day for applications; null where no source says. */
  readonly opensOn?: PartialDate | null | undefined;
};

/** An organization that takes part in a project or in a network. */
export type OrganizationFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'Organization' | undefined;
  /** Such as BMZ. */
  readonly acronym?: string | null | undefined;
  /** Stable, readable key. */
  readonly code?: string | undefined;
  /** For members: how it is reached. Empty for all others. */
  readonly contacts?: readonly OrganizationContactFixture[] | undefined;
  /** Country that it is from. */
  readonly country?: Country | undefined;
  /** Global id, for `node` and `nodes`. Opaque. */
  readonly id?: string | undefined;
  /** What it is. */
  readonly kind?: Open<OrganizationKind> | undefined;
  /** Full name. */
  readonly name?: Localized<string> | undefined;
  /** City of its seat, when that is known here. */
  readonly seat?: CityFixture | null | undefined;
};

/** How an organization is reached, never a person. */
export type OrganizationContactFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'OrganizationContact' | undefined;
  /** Which way. */
  readonly kind?: Open<ContactKind> | undefined;
  /** The address or the number. */
  readonly value?: string | undefined;
};

/** An organization’s role in a project. */
export type ParticipationFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'Participation' | undefined;
  /** The one component that the role is for; null when it is for the whole project or no source says. */
  readonly component?: ComponentFixture | null | undefined;
  /** The organization. */
  readonly organization?: OrganizationFixture | undefined;
  /** What it does. */
  readonly role?: Open<ParticipationRole> | undefined;
  /** Where this was read. */
  readonly sources?: readonly SourceFixture[] | undefined;
};

/** A span of time. Either side may be open. */
export type PeriodFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'Period' | undefined;
  /** Last day, month or year, itself included; null when the end is open. */
  readonly end?: PartialDate | null | undefined;
  /** Whether a side is open: the value may still be counted on, or counts from an unnamed day. */
  readonly isOpen?: boolean | undefined;
  /** In words, such as "since 2023". */
  readonly label?: Localized<string> | undefined;
  /** Whether it begins with the project. `start` is null when no source gives that day. */
  readonly sinceProjectStart?: boolean | undefined;
  /** First day, month or year; null when the start is open or not known. */
  readonly start?: PartialDate | null | undefined;
};

/** Whatever a value can be measured for: a whole project, a district or a city. */
export type PlaceFixture =
  | (CityFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'City';
    })
  | (DistrictFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'District';
    })
  | (ProjectFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'Project';
    });

/** A point on the earth (WGS 84). */
export type PointFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'Point' | undefined;
  /** Degrees north. */
  readonly latitude?: Latitude | undefined;
  /** Degrees east. */
  readonly longitude?: Longitude | undefined;
};

/** A development project. */
export type ProjectFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'Project' | undefined;
  /** Money planned for its work, by city. What no source states is not here; there is no total. */
  readonly budgets?: readonly BudgetFixture[] | undefined;
  /** Its partner cities, by code. A city that took part in an event is not thereby one. */
  readonly cities?: readonly CityFixture[] | undefined;
  /** What is to be known of `cities`. */
  readonly citiesNote?: Localized<string> | null | undefined;
  /** Stable, readable key, for people and for addresses. */
  readonly code?: string | undefined;
  /** What it does, by component. */
  readonly components?: readonly ProjectComponentFixture[] | undefined;
  /** Where its start and end were read. */
  readonly dateSources?: readonly SourceFixture[] | undefined;
  /** The districts that it works in, by code. */
  readonly districts?: readonly DistrictFixture[] | undefined;
  /** When it ends or ended; null where no source says so. */
  readonly endsOn?: PartialDate | null | undefined;
  /** What is to be known of `endsOn`. */
  readonly endsOnNote?: Localized<string> | null | undefined;
  /** What was reached, by component, indicator, place and period. Of the whole project and of its places; `place` tells which. */
  readonly figures?: Answered<readonly FigureFixture[], {
    /** Values, qualifiers, periods, notes and choice of sources as published at this instant, for ever the same; names and titles are those of today. Not in the future. */
    readonly asOf?: DateTime | null | undefined;
    /** Only figures of this component. */
    readonly component?: ComponentCode | null | undefined;
    /** Only figures whose period lies wholly within this year, month or day. A period with an open end never does. */
    readonly during?: PartialDate | null | undefined;
    /** Only figures of the indicators with these codes, at most 100. */
    readonly indicators?: readonly string[] | null | undefined;
  }> | undefined;
  /** Global id, for `node` and `nodes`. Opaque. */
  readonly id?: string | undefined;
  /** Whether it was made up by a program for trying things out. */
  readonly isSynthetic?: boolean | undefined;
  /** Who takes part, in which role. */
  readonly participations?: readonly ParticipationFixture[] | undefined;
  /** When it began; null where no source says so. */
  readonly startsOn?: PartialDate | null | undefined;
  /** What is to be known of `startsOn`. */
  readonly startsOnNote?: Localized<string> | null | undefined;
  /** How far it is, as the project states it; null where it states nothing. */
  readonly status?: Open<ProjectStatus> | null | undefined;
  /** Published actual values added up, where the indicator allows it; the error NOT_ADDITIVE says why where it does not. Null when no value is published: that is not zero. */
  readonly sum?: Answered<FigureSumFixture | null, {
    /** Adds the values as published at this instant, for ever the same. Not in the future. */
    readonly asOf?: DateTime | null | undefined;
    /** Only values whose period lies wholly within this year, month or day. */
    readonly during?: PartialDate | null | undefined;
    /** Code of the indicator. */
    readonly indicator: string;
    /** PLACE adds cities, PERIOD adds periods of the whole project, DISAGGREGATION adds the categories of one dimension. */
    readonly over: AdditiveDimension;
  }> | undefined;
  /** Whom it is for. */
  readonly targetGroups?: Localized<readonly string[]> | undefined;
  /** Full title. */
  readonly title?: Localized<string> | undefined;
};

/** What a project does within a component. */
export type ProjectComponentFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'ProjectComponent' | undefined;
  /** The component. */
  readonly component?: ComponentFixture | undefined;
  /** The kinds of support given. */
  readonly supports?: Localized<readonly string[]> | undefined;
};

/** What came of publishing a value. */
export type PublishMeasurementPayloadFixture =
  | (InputRefusedFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'InputRefused';
    })
  | (MeasurementPublishedFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'MeasurementPublished';
    })
  | (RevisionConflictFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'RevisionConflict';
    });

/** A stated number of things or people, with how exact it is. */
export type QualifiedCountFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'QualifiedCount' | undefined;
  /** How exact it is. */
  readonly qualifier?: Open<Qualifier> | undefined;
  /** The number as stated. */
  readonly value?: number | undefined;
};

/** The support as it is kept, or why it is not. */
export type RecordSupportPayloadFixture =
  | (InputRefusedFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'InputRefused';
    })
  | (SupportSavedFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'SupportSaved';
    });

/** Nothing was done: somebody changed the record since the caller read it. */
export type RevisionConflictFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'RevisionConflict' | undefined;
  /** The revision that the record is at. */
  readonly currentRevision?: number | undefined;
  /** What to do. */
  readonly message?: string | undefined;
};

/** What came of revoking a key. */
export type RevokeApiKeyPayloadFixture =
  | (ApiKeyRevokedFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'ApiKeyRevoked';
    })
  | (InputRefusedFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'InputRefused';
    });

/** What came of rotating a key. */
export type RotateApiKeyPayloadFixture =
  | (ApiKeyIssuedFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'ApiKeyIssued';
    })
  | (InputRefusedFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'InputRefused';
    });

/** A published document that a figure or a fact was read from. */
export type SourceFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'Source' | undefined;
  /** Stable, readable key. */
  readonly code?: string | undefined;
  /** Global id, for `node` and `nodes`. Opaque. */
  readonly id?: string | undefined;
  /** Language that the document is written in. */
  readonly language?: LanguageTag | undefined;
  /** When it was published; null where the document carries no date. */
  readonly publishedOn?: PartialDate | null | undefined;
  /** Who published it. */
  readonly publisher?: string | undefined;
  /** As printed, in the language of the document. */
  readonly title?: string | undefined;
  /** The document that this one is a translation of. */
  readonly translationOf?: SourceFixture | null | undefined;
  /** Translations of this document. */
  readonly translations?: readonly SourceFixture[] | undefined;
  /** Where it can be read on the web, when that is known. */
  readonly url?: string | null | undefined;
};

/** One table of protected counts of people. */
export type StatisticsFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'Statistics' | undefined;
  /** Every combination of place and values, also those with nobody, in an order that never changes. */
  readonly cells?: readonly StatisticsCellFixture[] | undefined;
  /** What to know before reading the values. */
  readonly note?: Localized<string> | undefined;
  /** The release that the table belongs to. */
  readonly release?: StatisticsReleaseFixture | undefined;
};

/** One protected count of people. */
export type StatisticsCellFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'StatisticsCell' | undefined;
  /** Their age in whole years, one of `0-17`, `18-29`, `30-44`, `45-64`, `65+`; null when that was not asked for. */
  readonly ageBand?: string | null | undefined;
  /** The group that they belong to; null when that was not asked for. */
  readonly category?: Open<BeneficiaryCategory> | null | undefined;
  /** What they were supported by; null when that was not asked for. */
  readonly component?: Open<ComponentCode> | null | undefined;
  /** Where they are counted. */
  readonly place?: PlaceFixture | undefined;
  /** Their sex; null when that was not asked for. */
  readonly sex?: Open<Sex> | null | undefined;
  /** How the value is to be taken. */
  readonly status?: Open<CellStatus> | undefined;
  /** The protected count. A 0 stands for nobody or for a few; null only where `status` says why. */
  readonly value?: number | null | undefined;
};

/** The counts are computed, protected and published. */
export type StatisticsFrozenFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'StatisticsFrozen' | undefined;
  /** The new release. */
  readonly release?: StatisticsReleaseFixture | undefined;
};

/** Protected counts of people for one period, computed once and never changed. */
export type StatisticsReleaseFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'StatisticsRelease' | undefined;
  /** When it was computed and published. */
  readonly frozenAt?: DateTime | undefined;
  /** How it is protected: `cell-key` is noise that hangs on who is in a cell. */
  readonly method?: string | undefined;
  /** Number within the project, from 1. */
  readonly number?: number | undefined;
  /** Whoever was enrolled or supported in it is counted. */
  readonly period?: PeriodFixture | undefined;
  /** No value lies between 0 and this number. For cells of children it is higher; see `note`. */
  readonly threshold?: number | undefined;
  /** Variance of the noise of counts from the threshold up. */
  readonly variance?: number | undefined;
};

/** Something that a beneficiary received. Seen by whoever sees the beneficiary. */
export type SupportFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'Support' | undefined;
  /** Who received it. */
  readonly beneficiary?: BeneficiaryFixture | undefined;
  /** Strand of work that it belongs to. */
  readonly component?: ComponentFixture | undefined;
  /** When it ended; null while it lasts. */
  readonly endsOn?: PartialDate | null | undefined;
  /** Global id, for `node` and `nodes`. Opaque. */
  readonly id?: string | undefined;
  /** Organization that gave it. */
  readonly organization?: OrganizationFixture | undefined;
  /** Grows by one with each change; goes into `expectedRevision`. */
  readonly revision?: number | undefined;
  /** When it began. */
  readonly startsOn?: PartialDate | undefined;
  /** What it is. */
  readonly type?: Open<SupportType> | undefined;
};

/** It is done. */
export type SupportSavedFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'SupportSaved' | undefined;
  /** The support as it is now. */
  readonly support?: SupportFixture | undefined;
};

/** The beneficiary as it is now, or why nothing was changed. */
export type UpdateBeneficiaryPayloadFixture =
  | (BeneficiarySavedFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'BeneficiarySaved';
    })
  | (InputRefusedFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'InputRefused';
    })
  | (RevisionConflictFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'RevisionConflict';
    });

/** Who asks, by the key or the token of the request, and what that lets it do. */
export type ViewerFixture = {
  /** Name of its type in the contract. */
  readonly __typename?: 'Viewer' | undefined;
  /** The cities that a partner works in; empty for all others, whose role looks at none. */
  readonly cities?: readonly CityFixture[] | undefined;
  /** The last day that its key is good for; null when it has no end, or without a key. */
  readonly keyExpiresOn?: PartialDate | null | undefined;
  /** The organization that it asks for; null for the public. */
  readonly organization?: OrganizationFixture | null | undefined;
  /** What it may do. */
  readonly permissions?: readonly (Open<Permission>)[] | undefined;
  /** The projects that it may do more in than the public. */
  readonly projects?: readonly ProjectFixture[] | undefined;
  /** What it is. */
  readonly role?: Open<ViewerRole> | undefined;
};

/** What came of withdrawing a value. */
export type WithdrawMeasurementPayloadFixture =
  | (InputRefusedFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'InputRefused';
    })
  | (MeasurementWithdrawnFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'MeasurementWithdrawn';
    })
  | (RevisionConflictFixture & {
      /** Name of its type in the contract. */
      readonly __typename: 'RevisionConflict';
    });
