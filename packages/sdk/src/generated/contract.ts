// Written by `pnpm generate` from the contract and from operations/*.graphql. Do not edit.

/** What to narrow the list of activities by. All that is given must hold. */
export type ActivityFilter = {
  /** Code of the city that it took place in. */
  city?: string | null | undefined;
  /** The component. */
  component?: ComponentCode | null | undefined;
  /** Code of the project. */
  project?: string | null | undefined;
  /** Part of the title, in any script, with or without diacritics. */
  search?: string | null | undefined;
  /** The kind. */
  type?: ActivityType | null | undefined;
};

/** What kind of thing an activity is. */
export type ActivityType =
  /** Advice and support to persons. */
  | 'COUNSELLING'
  /** Public call for applications; see `OpenCall` for its days. */
  | 'OPEN_CALL'
  /** Open to everybody. */
  | 'PUBLIC_EVENT'
  /** Discussion among invited parties. */
  | 'ROUND_TABLE'
  /** Teaching and discussion for professionals. */
  | 'SEMINAR'
  /** Visit to learn from others’ practice. */
  | 'STUDY_VISIT'
  /** Teaching of skills. */
  | 'TRAINING'
  /** Working together in a group. */
  | 'WORKSHOP';

/** A dimension along which values may be added. */
export type AdditiveDimension =
  /** The categories of one dimension, such as sex, into the total. */
  | 'DISAGGREGATION'
  /** Periods that do not overlap into a longer one. */
  | 'PERIOD'
  /** Cities into the project. */
  | 'PLACE';

/** How values of several places or periods become one. */
export type Aggregation =
  /** By taking the latest. */
  | 'LATEST'
  /** Not at all: one person or organization may be counted in several. */
  | 'NONE'
  /** By adding them; see `additiveOver` for which. */
  | 'SUM';

/** Why somebody is supported. */
export type BeneficiaryCategory =
  /** Hard to employ for another reason. */
  | 'HARD_TO_EMPLOY'
  /** Returned under a readmission agreement. */
  | 'RETURNEE'
  /** Socially vulnerable resident. */
  | 'SOCIALLY_VULNERABLE';

/** What to narrow beneficiaries by. What is absent narrows nothing. */
export type BeneficiaryFilter = {
  /** Why they are supported. */
  category?: BeneficiaryCategory | null | undefined;
  /** Code of the city. */
  city?: string | null | undefined;
  /** Persons or households. */
  kind?: BeneficiaryKind | null | undefined;
  /** Code of the project. */
  project?: string | null | undefined;
};

/** A person or household that is to be enrolled. There is no place for a name, an address or a note. */
export type BeneficiaryInput = {
  /** Where it is known; none for a household. From 1900. */
  birthYear?: number | null | undefined;
  /** Why it is supported. */
  category: BeneficiaryCategory;
  /** Code of the city that it lives in. */
  city: string;
  /** Code of the organization that enrols it; the caller’s own when left out. */
  enrolledBy?: string | null | undefined;
  /** Month of enrolment, such as 2025-03: never a day. */
  enrolledIn: string;
  /** One person, or a household. */
  kind?: BeneficiaryKind | null | undefined;
  /** Where it is known; none for a household. */
  sex?: Sex | null | undefined;
};

/** Whether a record is of one person or of several. */
export type BeneficiaryKind =
  /** A household; it has neither sex nor year of birth. */
  | 'HOUSEHOLD'
  /** One person. */
  | 'PERSON';

/** How a value is to be taken, as SDMX has it (CL_OBS_STATUS). */
export type CellStatus =
  /** Not counted (O). */
  | 'MISSING'
  /** There is nothing to count (M). */
  | 'NOT_APPLICABLE'
  /** Counted when the period was over (A). */
  | 'OBSERVED'
  /** Counted before the period was over (P). */
  | 'PROVISIONAL'
  /** Counted, and not told (Q). */
  | 'SUPPRESSED';

/** A strand of a project’s work. */
export type ComponentCode =
  /** Employment and self-employment. */
  | 'ECONOMIC'
  /** Social services and those who plan and provide them. */
  | 'INSTITUTIONAL'
  /** Psychological and social support. */
  | 'PSYCHOSOCIAL'
  /** Events, media and public calls. */
  | 'VISIBILITY';

/** A way to reach an organization. */
export type ContactKind =
  /** By mail, such as office@example.org. */
  | 'EMAIL'
  /** By phone: + and digits, with the code of the country. */
  | 'PHONE'
  /** By a page with a form. */
  | 'WEB';

/** A country: ISO 3166-1 alpha-2, such as RS. */
export type Country = string;

/** A currency: ISO 4217, such as EUR. */
export type Currency = string;

/** An instant: ISO 8601 with milliseconds and time zone, such as 2024-05-17T08:30:00.000Z. */
export type DateTime = string;

/** An exact decimal number, as a text, such as "42" or "0.55". At most 18 digits before the point and 6 behind it. */
export type Decimal = string;

/** Which support ended, and when. */
export type EndSupportInput = {
  /** When it ended: 2025-04-30, 2025-04 or 2025. */
  endsOn: string;
  /** The revision that the caller read. When the record is at another, nothing is done. */
  expectedRevision: number;
  /** Global id of the support. */
  id: string;
};

/** Whom to enrol, and in which project. */
export type EnrolBeneficiariesInput = {
  /** Whom to enrol, 1 to 1000, all or none. Send them by a variable. */
  beneficiaries: readonly BeneficiaryInput[];
  /** Code of the project. */
  project: string;
};

/** Whom to enrol, and in which project. */
export type EnrolBeneficiaryInput = {
  /** Whom to enrol. */
  beneficiary: BeneficiaryInput;
  /** Code of the project. */
  project: string;
};

/** Whom to erase. */
export type EraseBeneficiaryInput = {
  /** The revision that the caller read. When the record is at another, nothing is done. */
  expectedRevision?: number | null | undefined;
  /** Global id of the beneficiary. */
  id: string;
};

/** What `extensions.code` of an error may say. */
export type ErrorCode =
  /** The HTTP request is not one that the gateway takes. */
  | 'BAD_REQUEST'
  /** An argument or a variable is not what the contract asks for. Change it; trying again is of no use. */
  | 'BAD_USER_INPUT'
  /** The idempotency key was used before for something else, or its answer is gone. */
  | 'CONFLICT'
  /** The document is not GraphQL. */
  | 'GRAPHQL_PARSE_FAILED'
  /** The document does not fit the contract. */
  | 'GRAPHQL_VALIDATION_FAILED'
  /** The gateway failed. The request id finds the failure in its log. */
  | 'INTERNAL_SERVER_ERROR'
  /** The sum that was asked for has no meaning: the indicator may not be added that way. */
  | 'NOT_ADDITIVE'
  /** The document holds several operations and none, or an unknown one, was named. */
  | 'OPERATION_RESOLUTION_FAILURE'
  /** No document of this hash is known. Send its text. */
  | 'PERSISTED_QUERY_NOT_FOUND'
  /** The gateway answers the documents of its list only. */
  | 'PERSISTED_QUERY_ONLY'
  /** The document asks for too much at once: too deep, too many fields, or lists that are too long. */
  | 'QUERY_TOO_COMPLEX'
  /** The answer took too long and was given up. Ask for less, or try again later. */
  | 'TIMEOUT'
  /** The operation is for callers who say who they are, or the key or token in `Authorization` is wrong, expired or revoked. */
  | 'UNAUTHENTICATED'
  /** The database cannot be reached at the moment. Try again later. */
  | 'UNAVAILABLE';

/** Which people to count. */
export type FreezeStatisticsInput = {
  /** A whole year, such as 2025: whoever was enrolled or supported in it is counted. */
  period: PartialDate;
  /** Code of a project of yours. */
  project: string;
};

/** Which way is better. */
export type IndicatorDirection =
  /** A lower value is better. */
  | 'LESS_IS_BETTER'
  /** A higher value is better. */
  | 'MORE_IS_BETTER';

/** What to narrow the list of indicators by. All that is given must hold. */
export type IndicatorFilter = {
  /** The component. */
  component?: ComponentCode | null | undefined;
  /** Code of a project that has, or had, published values for it. */
  project?: string | null | undefined;
  /** Part of the name or the definition, in any script, with or without diacritics. */
  search?: string | null | undefined;
};

/** What a new key is to be. */
export type IssueApiKeyInput = {
  /** Codes of cities; at least one for a partner, none for others. */
  cities?: readonly string[] | null | undefined;
  /** The last day that the new key is good for, such as 2027-12-31. Without it there is no end. */
  expiresOn?: PartialDate | null | undefined;
  /** Code of the organization whose key it is. */
  organization: string;
  /** Codes of projects among yours; at least one. */
  projects: readonly string[];
  /** What it lets its holder be. */
  role: KeyRole;
};

/** What a key lets its holder be. */
export type KeyRole =
  /** A member organization. */
  | 'MEMBER'
  /** An implementing partner, in the projects and cities of the key. */
  | 'PARTNER'
  /** A lead organization, in the projects of the key. */
  | 'STEWARD';

/** A language: BCP 47, such as en or sr-Latn. */
export type LanguageTag = string;

/** Degrees north of the equator (WGS 84), −90 to 90. */
export type Latitude = number;

/** A language and its script. */
export type Locale =
  /** English. */
  | 'EN'
  /** Serbian in Cyrillic script; transliterated where no Cyrillic text is kept. */
  | 'SR_CYRL'
  /** Serbian in Latin script. */
  | 'SR_LATN';

/** Degrees east of Greenwich (WGS 84), −180 to 180. */
export type Longitude = number;

/** What to narrow the list of measurements by. All that is given must hold. */
export type MeasurementFilter = {
  /** Code of the city that the value is for. */
  city?: string | null | undefined;
  /** Component of the indicator. */
  component?: ComponentCode | null | undefined;
  /** Code of the district that the value is for. */
  district?: string | null | undefined;
  /** Code of the indicator. */
  indicator?: string | null | undefined;
  /** What the value says. */
  kind?: MeasurementKind | null | undefined;
  /** Code of the project. */
  project?: string | null | undefined;
};

/** What a value says. */
export type MeasurementKind =
  /** What was reached. */
  | 'ACTUAL'
  /** How things stood before. */
  | 'BASELINE'
  /** What is aimed at. */
  | 'TARGET';

/** How far a value may be relied on. */
export type MeasurementStatus =
  /** Not yet published; it may still change. */
  | 'PRELIMINARY'
  /** Published by the project. */
  | 'PUBLISHED'
  /** Published once, and taken back. */
  | 'WITHDRAWN';

/** What an organization is. */
export type OrganizationKind =
  /** Public or development agency. */
  | 'AGENCY'
  /** Gives money, such as a ministry for development cooperation. */
  | 'DONOR'
  /** International non-governmental organization. */
  | 'INGO'
  /** City or municipality as an authority. */
  | 'LOCAL_GOVERNMENT'
  /** Non-governmental organization. */
  | 'NGO';

/** A day, a month or a year, as precise as it is known: EDTF level 0 (ISO 8601-2), such as 2025-04-30, 2025-04 or 2025. */
export type PartialDate = string;

/** What an organization does in a project. */
export type ParticipationRole =
  /** Adds money of its own. */
  | 'CO_FUNDER'
  /** Donor: funds the project. */
  | 'FUNDER'
  /** Carries the project out. */
  | 'IMPLEMENTING_PARTNER'
  /** Answers to the donor for the whole. */
  | 'LEAD'
  /** Carries out a part in one place or component. */
  | 'LOCAL_PARTNER';

/** Something that a caller may do. */
export type Permission =
  /** Issue, rotate and revoke keys for its projects. */
  | 'MANAGE_KEYS'
  /** Publish and withdraw values of its projects. */
  | 'PUBLISH_MEASUREMENTS'
  /** Read records of people, those of its own scope. */
  | 'READ_BENEFICIARIES'
  /** Read how organizations are reached. */
  | 'READ_CONTACTS'
  /** Read values that are not published yet. */
  | 'READ_PRELIMINARY'
  /** Read what is published. */
  | 'READ_PUBLISHED'
  /** Freeze statistics of its projects. */
  | 'RELEASE_STATISTICS'
  /** Write records of people, those of its own scope. */
  | 'WRITE_BENEFICIARIES';

/** How far a project is. */
export type ProjectStatus =
  /** It has ended. */
  | 'COMPLETED'
  /** It is under way. */
  | 'ONGOING'
  /** It has not begun. */
  | 'PLANNED';

/** Which preliminary value is to be public. */
export type PublishMeasurementInput = {
  /** The number of its newest revision, as it was read. When another came in between, nothing is done. */
  expectedRevision: number;
  /** Global id of the measurement. */
  id: string;
};

/** How exact a stated number is. */
export type Qualifier =
  /** About the number. */
  | 'ABOUT'
  /** The number or more. */
  | 'AT_LEAST'
  /** The number itself. */
  | 'EXACT'
  /** More than the number. */
  | 'MORE_THAN';

/** What a beneficiary receives. */
export type RecordSupportInput = {
  /** Global id of the beneficiary. */
  beneficiary: string;
  /** Strand of work that it belongs to. */
  component: ComponentCode;
  /** When it ended; absent while it lasts. */
  endsOn?: string | null | undefined;
  /** Code of the organization that gives it; the caller’s own when left out. */
  organization?: string | null | undefined;
  /** When it begins: 2025-04-30, 2025-04 or 2025. */
  startsOn: string;
  /** What it is. */
  type: SupportType;
};

/** Where an indicator stands in the chain of results. */
export type ResultLevel =
  /** What changed in the long run, beyond them. */
  | 'IMPACT'
  /** What changed for those whom it reached. */
  | 'OUTCOME'
  /** What the project delivered, and whom it reached. */
  | 'OUTPUT';

/** Which key is to be good for nothing any more. */
export type RevokeApiKeyInput = {
  /** The key. */
  id: string;
};

/** Which key is to get a second beside it. */
export type RotateApiKeyInput = {
  /** The last day that the new key is good for, such as 2027-12-31. As the other key when left out. */
  expiresOn?: PartialDate | null | undefined;
  /** The key. It goes on to be good until it is revoked. */
  id: string;
};

/** Sex, as it was told at enrolment. */
export type Sex =
  /** Female. */
  | 'FEMALE'
  /** Male. */
  | 'MALE';

/** What a count of people may be broken down by. */
export type StatisticsDimension =
  /** Age at the end of the period, in bands. */
  | 'AGE_BAND'
  /** Which group that the project is for. */
  | 'CATEGORY'
  /** The strands of work that supported them; one person may count in several. */
  | 'COMPONENT'
  /** Sex. */
  | 'SEX';

/** Where people are counted. */
export type StatisticsLevel =
  /** In each of its cities. */
  | 'CITY'
  /** In each of its districts. */
  | 'DISTRICT'
  /** In the whole project. */
  | 'PROJECT';

/** What somebody receives. */
export type SupportType =
  /** Equipment for work on the land. */
  | 'AGRICULTURAL_EQUIPMENT'
  /** Training in running a business. */
  | 'BUSINESS_TRAINING'
  /** Advice, alone or in a group. */
  | 'COUNSELLING'
  /** Money for an employer who takes somebody on. */
  | 'EMPLOYMENT_SUBSIDY'
  /** Workshop for people of different backgrounds together. */
  | 'INCLUSIVE_WORKSHOP'
  /** Training for another occupation. */
  | 'RETRAINING'
  /** Money or goods to start a business of one’s own. */
  | 'SELF_EMPLOYMENT_GRANT';

/** What to change of a beneficiary. What is absent stays as it is. */
export type UpdateBeneficiaryInput = {
  /** Null when it is not known after all. */
  birthYear?: number | null | undefined;
  /** Why it is supported. */
  category?: BeneficiaryCategory | null | undefined;
  /** Code of the city that it lives in. */
  city?: string | null | undefined;
  /** Month of enrolment, such as 2025-03. */
  enrolledIn?: string | null | undefined;
  /** The revision that the caller read. When the record is at another, nothing is done. */
  expectedRevision: number;
  /** Global id of the beneficiary. */
  id: string;
  /** One person, or a household. */
  kind?: BeneficiaryKind | null | undefined;
  /** Null when it is not known after all. */
  sex?: Sex | null | undefined;
};

/** What a caller is, from who may the least to who may the most. */
export type ViewerRole =
  /** A member organization. Sees preliminary values and contacts as well. */
  | 'MEMBER'
  /** An implementing partner. Writes, in its projects and cities. */
  | 'PARTNER'
  /** Anybody. Sees what is published. */
  | 'PUBLIC'
  /** The lead organization. Answers for its projects. */
  | 'STEWARD';

/** Which public value is to be taken back. */
export type WithdrawMeasurementInput = {
  /** The number of its newest revision, as it was read. When another came in between, nothing is done. */
  expectedRevision: number;
  /** Global id of the measurement. */
  id: string;
};
