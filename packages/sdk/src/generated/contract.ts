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

/** Which group that a project is for. */
export type BeneficiaryCategory =
  /** Another person who is hard to employ. */
  | 'HARD_TO_EMPLOY'
  /** Returnee under a readmission agreement. */
  | 'RETURNEE'
  /** Socially vulnerable resident. */
  | 'SOCIALLY_VULNERABLE';

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

/** A country: ISO 3166-1 alpha-2, such as RS. */
export type Country = string;

/** A currency: ISO 4217, such as EUR. */
export type Currency = string;

/** An instant: ISO 8601 with milliseconds and time zone, such as 2024-05-17T08:30:00.000Z. */
export type DateTime = string;

/** An exact decimal number, as a text, such as "42" or "0.55". At most 18 digits before the point and 6 behind it. */
export type Decimal = string;

/** What `extensions.code` of an error may say. */
export type ErrorCode =
  /** The HTTP request is not one that the gateway takes. */
  | 'BAD_REQUEST'
  /** An argument or a variable is not what the contract asks for. Change it; trying again is of no use. */
  | 'BAD_USER_INPUT'
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
  /** The database cannot be reached at the moment. Try again later. */
  | 'UNAVAILABLE';

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

/** How far a project is. */
export type ProjectStatus =
  /** It has ended. */
  | 'COMPLETED'
  /** It is under way. */
  | 'ONGOING'
  /** It has not begun. */
  | 'PLANNED';

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

/** Where an indicator stands in the chain of results. */
export type ResultLevel =
  /** What changed in the long run, beyond them. */
  | 'IMPACT'
  /** What changed for those whom it reached. */
  | 'OUTCOME'
  /** What the project delivered, and whom it reached. */
  | 'OUTPUT';

/** Sex of a person. */
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
