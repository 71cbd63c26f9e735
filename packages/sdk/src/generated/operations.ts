// Written by `pnpm generate` from the contract and from operations/*.graphql. Do not edit.

import type { Open, Operation } from '../operation.ts';
import type {
  ActivityFilter,
  ActivityType,
  AdditiveDimension,
  Aggregation,
  BeneficiaryCategory,
  CellStatus,
  ComponentCode,
  Country,
  Currency,
  DateTime,
  Decimal,
  IndicatorDirection,
  IndicatorFilter,
  LanguageTag,
  Latitude,
  Locale,
  Longitude,
  MeasurementFilter,
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
  StatisticsDimension,
  StatisticsLevel,
  ViewerRole,
} from './contract.ts';

/** A figure with all that is needed to read it rightly, and to print it. */
export type FigureFields = {
  /** What is measured. */
  indicator: {
    /** Stable, readable key. */
    code: string;
    /** Name, as a label for people. */
    name: string;
    /** What one is, in English and in the singular: grant, person, workshop. */
    unit: string;
    /** The component that it belongs to; null when it spans several. */
    component: {
      /** Stable key. */
      code: Open<ComponentCode>;
      /** Name. */
      name: string;
    } | null;
  };
  /** The value, in the unit of the indicator. */
  value: Decimal;
  /** How exact the value is. */
  qualifier: Open<Qualifier>;
  /** The reporting period that it is for. May be open; see `isOpen`. */
  period: {
    /** First day, month or year; null when the start is open or not known. */
    start: PartialDate | null;
    /** Last day, month or year, itself included; null when the end is open. */
    end: PartialDate | null;
    /** Whether a side is open: the value may still be counted on, or counts from an unnamed day. */
    isOpen: boolean;
    /** In words, such as "since 2023". */
    label: string;
  };
  /** The whole project, or the district or city that it is for. Do not add values of different levels. */
  place: {
    /** Name of its type in the contract. */
    __typename: 'City' | 'District' | 'Project';
    /** Stable, readable key, for people and for addresses. */
    code: string;
    name: string;
  };
  /** What it is held against: the target for the same period, else the tightest one around it; null when none is published. */
  target: {
    /** The value, in the unit of the indicator. */
    value: Decimal;
    /** How exact the value is. */
    qualifier: Open<Qualifier>;
    /** The reporting period that it is for. */
    period: {
      /** First day, month or year; null when the start is open or not known. */
      start: PartialDate | null;
      /** Last day, month or year, itself included; null when the end is open. */
      end: PartialDate | null;
      /** In words, such as "since 2023". */
      label: string;
    };
    /** Where it was read. At least one. */
    sources: Array<{
      /** Stable, readable key. */
      code: string;
      /** As printed, in the language of the document. */
      title: string;
      /** Language that the document is written in. */
      language: LanguageTag;
      /** Where it can be read on the web, when that is known. */
      url: string | null;
    }>;
  } | null;
  /** Share of the way from the baseline (else from zero) to the target: 0.55 is 55 %. Computed from the stated numbers whatever their qualifiers; null without a target. */
  progress: Decimal | null;
  /** What the source adds. */
  note: string | null;
  /** Where it was read. At least one. */
  sources: Array<{
    /** Stable, readable key. */
    code: string;
    /** As printed, in the language of the document. */
    title: string;
    /** Language that the document is written in. */
    language: LanguageTag;
    /** Who published it. */
    publisher: string;
    /** Where it can be read on the web, when that is known. */
    url: string | null;
  }>;
  /** The instant that the answer holds for. Asking again with it as `asOf` gives the same values, qualifiers, periods, notes and choice of sources for ever; names and titles are those of today. */
  asOf: DateTime;
  /** Number of the revision. A corrected figure has a higher one. */
  revision: number;
  /** From when on this revision stood. */
  recordedAt: DateTime;
  /** Ready to be printed: figure, place, period, sources, revision and state of the data. Names and titles in it are those of today. */
  citation: string;
};

/** A page of what projects did, by code. */
export const Activities = '#95b2d9737e33d453da5ecf56e130455dcb0aba0c740e0c20d337ce9b66f622ff\nquery Activities($filter:ActivityFilter$first:Int$after:String$locale:Locale){activities(filter:$filter first:$first after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{id code type title(locale:$locale)topics(locale:$locale)component{code name(locale:$locale)}heldOn durationDays isOngoing place{__typename code ...on City{name(locale:$locale)}...on District{name(locale:$locale)}...on Project{name:title(locale:$locale)}}venue(locale:$locale)partOf{code}participantsFrom{code name(locale:$locale)}participantsCount{value qualifier}networks{code}sources{code title language url}}}}' as Operation<
  ActivitiesQuery,
  ActivitiesQueryVariables
>;

/** Variables of {@link Activities}. */
export type ActivitiesQueryVariables = {
  /** Narrows the list. */
  filter?: ActivityFilter | null | undefined;
  /** The first so many after `after`: 1 to 100, 20 when neither `first` nor `last` is given. */
  first?: number | null | undefined;
  /** Only records behind this cursor. */
  after?: string | null | undefined;
  /** Language of the text; without it the `Accept-Language` of the request decides, else English. A text that is missing in one language is told in another. */
  locale?: Locale | null | undefined;
};

/** Answer to {@link Activities}. */
export type ActivitiesQuery = {
  /** Activities, by code. */
  activities: {
    /** How many records there are on all pages together. */
    totalCount: number;
    /** Whether there is more, and from where. */
    pageInfo: {
      /** Whether records follow behind this page. */
      hasNextPage: boolean;
      /** Cursor of the last record on this page. */
      endCursor: string | null;
    };
    /** The records without their cursors. */
    nodes: Array<{
      /** Global id, for `node` and `nodes`. Opaque. */
      id: string;
      /** Stable, readable key. */
      code: string;
      /** What kind of thing it is. */
      type: Open<ActivityType>;
      /** What it is called. */
      title: string;
      /** What it was about. */
      topics: Array<string>;
      /** The component that it belongs to. */
      component: {
        /** Stable key. */
        code: Open<ComponentCode>;
        /** Name. */
        name: string;
      } | null;
      /** When it took place, as precise as a source says; null where none does. */
      heldOn: PartialDate | null;
      /** How long it took, in days. */
      durationDays: number | null;
      /** Whether it went on when the source was written. */
      isOngoing: boolean;
      /** Where it took place; null where no source names one place. */
      place: {
        /** Name of its type in the contract. */
        __typename: 'City' | 'District' | 'Project';
        /** Stable, readable key, for people and for addresses. */
        code: string;
        name: string;
      } | null;
      /** The house or hall. */
      venue: string | null;
      /** The larger activity that it was part of. */
      partOf: {
        /** Stable, readable key. */
        code: string;
      } | null;
      /** Cities that its participants came from, in the order of the source. */
      participantsFrom: Array<{
        /** Stable, readable key, for people and for addresses. */
        code: string;
        /** Name, such as Novi Pazar. */
        name: string;
      }>;
      /** How many took part; null where no source says. */
      participantsCount: {
        /** The number as stated. */
        value: number;
        /** How exact it is. */
        qualifier: Open<Qualifier>;
      } | null;
      /** Networks that were represented, by code. */
      networks: Array<{
        /** Stable, readable key. */
        code: string;
      }>;
      /** Where this was read. */
      sources: Array<{
        /** Stable, readable key. */
        code: string;
        /** As printed, in the language of the document. */
        title: string;
        /** Language that the document is written in. */
        language: LanguageTag;
        /** Where it can be read on the web, when that is known. */
        url: string | null;
      }>;
    }>;
  };
};

/**
 * A page of cities and municipalities, by code. `search` is part of the name, in any script, with or without
 * diacritics: krusevac, Kruševac and Крушевац find the same city.
 */
export const Cities = '#45278e2f78d7fb369784e64878be328e93d8af70b9b8e4908ff919f52be250aa\nquery Cities($search:String$district:String$first:Int$after:String$locale:Locale){cities(search:$search district:$district first:$first after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{id code name(locale:$locale)registryNumber geonamesId district{code name(locale:$locale)}point{latitude longitude}}}}' as Operation<
  CitiesQuery,
  CitiesQueryVariables
>;

/** Variables of {@link Cities}. */
export type CitiesQueryVariables = {
  /** Part of the name, in any script, with or without diacritics: krusevac, Kruševac, Крушевац. */
  search?: string | null | undefined;
  /** Code of the district that they lie in. */
  district?: string | null | undefined;
  /** The first so many after `after`: 1 to 100, 20 when neither `first` nor `last` is given. */
  first?: number | null | undefined;
  /** Only records behind this cursor. */
  after?: string | null | undefined;
  /** Language of the text; without it the `Accept-Language` of the request decides, else English. A text that is missing in one language is told in another. */
  locale?: Locale | null | undefined;
};

/** Answer to {@link Cities}. */
export type CitiesQuery = {
  /** Cities and municipalities, by code. */
  cities: {
    /** How many records there are on all pages together. */
    totalCount: number;
    /** Whether there is more, and from where. */
    pageInfo: {
      /** Whether records follow behind this page. */
      hasNextPage: boolean;
      /** Cursor of the last record on this page. */
      endCursor: string | null;
    };
    /** The records without their cursors. */
    nodes: Array<{
      /** Global id, for `node` and `nodes`. Opaque. */
      id: string;
      /** Stable, readable key, for people and for addresses. */
      code: string;
      /** Name, such as Novi Pazar. */
      name: string;
      /** National registry number of the municipality (matični broj opštine). */
      registryNumber: string | null;
      /** GeoNames id of the town, not of the municipality. */
      geonamesId: number | null;
      /** The district that it lies in. */
      district: {
        /** Stable, readable key, for people and for addresses. */
        code: string;
        /** Name, such as Pirotski okrug. */
        name: string;
      };
      /** Where the town lies. */
      point: {
        /** Degrees north. */
        latitude: Latitude;
        /** Degrees east. */
        longitude: Longitude;
      } | null;
    }>;
  };
};

/** What was reached in one city, with its district. Null when no city has the code. */
export const CityFigures = '#ff3c49696d1849426045225a81ac59a05db538bd0da209af1dbeb00bcca732ca\nquery CityFigures($city:String!$project:String$during:PartialDate$component:ComponentCode$indicators:[String!]$asOf:DateTime$locale:Locale){city(code:$city){code name(locale:$locale)registryNumber district{code iso3166 nuts3 name(locale:$locale)}figures(project:$project during:$during component:$component indicators:$indicators asOf:$asOf){...FigureFields}}dataVersion}fragment FigureFields on Figure{indicator{code name(locale:$locale)unit component{code name(locale:$locale)}}value qualifier period{start end isOpen label(locale:$locale)}place{__typename code ...on City{name(locale:$locale)}...on District{name(locale:$locale)}...on Project{name:title(locale:$locale)}}target{value qualifier period{start end label(locale:$locale)}sources{code title language url}}progress note(locale:$locale)sources{code title language publisher url}asOf revision recordedAt citation(locale:$locale)}' as Operation<
  CityFiguresQuery,
  CityFiguresQueryVariables
>;

/** Variables of {@link CityFigures}. */
export type CityFiguresQueryVariables = {
  /** For example novi-pazar. */
  city: string;
  /** Only figures of the project with this code. */
  project?: string | null | undefined;
  /** Only figures whose period lies wholly within this year, month or day. A period with an open end never does. */
  during?: PartialDate | null | undefined;
  /** Only figures of this component. */
  component?: ComponentCode | null | undefined;
  /** Only figures of the indicators with these codes, at most 100. */
  indicators?: readonly string[] | null | undefined;
  /** Values, qualifiers, periods, notes and choice of sources as published at this instant, for ever the same; names and titles are those of today. Not in the future. */
  asOf?: DateTime | null | undefined;
  /** Language of the text; without it the `Accept-Language` of the request decides, else English. A text that is missing in one language is told in another. */
  locale?: Locale | null | undefined;
};

/** Answer to {@link CityFigures}. */
export type CityFiguresQuery = {
  /** The city with this code; null when there is none. */
  city: {
    /** Stable, readable key, for people and for addresses. */
    code: string;
    /** Name, such as Novi Pazar. */
    name: string;
    /** National registry number of the municipality (matični broj opštine). */
    registryNumber: string | null;
    /** The district that it lies in. */
    district: {
      /** Stable, readable key, for people and for addresses. */
      code: string;
      /** ISO 3166-2 code, such as RS-22. Its number is not that of the NUTS code. */
      iso3166: string;
      /** NUTS 2021 level 3 code, such as RS226. */
      nuts3: string | null;
      /** Name, such as Pirotski okrug. */
      name: string;
    };
    /** What was reached, by component, indicator, place and period. Of the city. */
    figures: Array<FigureFields>;
  } | null;
  /** Version of the published data. Grows by one with every published change. */
  dataVersion: number;
};

/**
 * The version of the published data. It grows by one with every published change: ask for it now and then, and
 * for the rest only when it grew.
 */
export const DataVersion = '#b9078f534769d5d3b7984929bb5cc397726710e796e6c66c1c492561709ea407\nquery DataVersion{dataVersion}' as Operation<
  DataVersionQuery,
  DataVersionQueryVariables
>;

/** Variables of {@link DataVersion}. */
export type DataVersionQueryVariables = Record<string, never>;

/** Answer to {@link DataVersion}. */
export type DataVersionQuery = {
  /** Version of the published data. Grows by one with every published change. */
  dataVersion: number;
};

/** All districts, each with the cities and municipalities within it that are known. */
export const Districts = '#0be0f451665896fbfdb2e417bbfcf7464ec8b9e44c20a816aa1f1c4c990b2d18\nquery Districts($locale:Locale){districts{code iso3166 nuts3 name(locale:$locale)point{latitude longitude}cities{code name(locale:$locale)}}}' as Operation<
  DistrictsQuery,
  DistrictsQueryVariables
>;

/** Variables of {@link Districts}. */
export type DistrictsQueryVariables = {
  /** Language of the text; without it the `Accept-Language` of the request decides, else English. A text that is missing in one language is told in another. */
  locale?: Locale | null | undefined;
};

/** Answer to {@link Districts}. */
export type DistrictsQuery = {
  /** All districts, by code. */
  districts: Array<{
    /** Stable, readable key, for people and for addresses. */
    code: string;
    /** ISO 3166-2 code, such as RS-22. Its number is not that of the NUTS code. */
    iso3166: string;
    /** NUTS 2021 level 3 code, such as RS226. */
    nuts3: string | null;
    /** Name, such as Pirotski okrug. */
    name: string;
    /** A point within it. */
    point: {
      /** Degrees north. */
      latitude: Latitude;
      /** Degrees east. */
      longitude: Longitude;
    } | null;
    /** The cities and municipalities within it that are known here, by code. */
    cities: Array<{
      /** Stable, readable key, for people and for addresses. */
      code: string;
      /** Name, such as Novi Pazar. */
      name: string;
    }>;
  }>;
};

/**
 * An indicator's published values added up over places, periods or categories, where that has a meaning; the
 * error NOT_ADDITIVE says why where it has none. `sum` is null when no value is published: that is not zero.
 */
export const IndicatorSum = '#9f24fb12b91e6d12ef4dc1fa2183b1133b505df9a5ac8adb40587bdfaf98043c\nquery IndicatorSum($project:String!$indicator:String!$over:AdditiveDimension!$during:PartialDate$asOf:DateTime$locale:Locale){project(code:$project){code sum(indicator:$indicator over:$over during:$during asOf:$asOf){indicator{code name(locale:$locale)unit}value qualifier parts{value qualifier period{label(locale:$locale)}place{__typename code}}}}}' as Operation<
  IndicatorSumQuery,
  IndicatorSumQueryVariables
>;

/** Variables of {@link IndicatorSum}. */
export type IndicatorSumQueryVariables = {
  /** For example reintegration-ii. */
  project: string;
  /** Code of the indicator. */
  indicator: string;
  /** PLACE adds cities, PERIOD adds periods of the whole project, DISAGGREGATION adds the categories of one dimension. */
  over: AdditiveDimension;
  /** Only values whose period lies wholly within this year, month or day. */
  during?: PartialDate | null | undefined;
  /** Adds the values as published at this instant, for ever the same. Not in the future. */
  asOf?: DateTime | null | undefined;
  /** Language of the text; without it the `Accept-Language` of the request decides, else English. A text that is missing in one language is told in another. */
  locale?: Locale | null | undefined;
};

/** Answer to {@link IndicatorSum}. */
export type IndicatorSumQuery = {
  /** The project with this code; null when there is none. */
  project: {
    /** Stable, readable key, for people and for addresses. */
    code: string;
    /** Published actual values added up, where the indicator allows it; the error NOT_ADDITIVE says why where it does not. Null when no value is published: that is not zero. */
    sum: {
      /** What is measured. */
      indicator: {
        /** Stable, readable key. */
        code: string;
        /** Name, as a label for people. */
        name: string;
        /** What one is, in English and in the singular: grant, person, workshop. */
        unit: string;
      };
      /** The sum, in the unit of the indicator. */
      value: Decimal;
      /** How exact it is: as inexact as its least exact part. */
      qualifier: Open<Qualifier>;
      /** What was added. */
      parts: Array<{
        /** The value, in the unit of the indicator. */
        value: Decimal;
        /** How exact the value is. */
        qualifier: Open<Qualifier>;
        /** The reporting period that it is for. */
        period: {
          /** In words, such as "since 2023". */
          label: string;
        };
        /** The whole project, or the district or city that it is for. */
        place: {
          /** Name of its type in the contract. */
          __typename: 'City' | 'District' | 'Project';
          /** Stable, readable key, for people and for addresses. */
          code: string;
        };
      }>;
    } | null;
  } | null;
};

/** A page of what is measured, and how its values may be read and added, by code. */
export const Indicators = '#64c3ad2d49d0a1c2c309c8e08f37b8c657f253e910d867b39d44547d2e4cebd3\nquery Indicators($filter:IndicatorFilter$first:Int$after:String$locale:Locale){indicators(filter:$filter first:$first after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{id code name(locale:$locale)definition(locale:$locale)unit component{code name(locale:$locale)}resultLevel direction aggregation additiveOver countsPersons}}}' as Operation<
  IndicatorsQuery,
  IndicatorsQueryVariables
>;

/** Variables of {@link Indicators}. */
export type IndicatorsQueryVariables = {
  /** Narrows the list. */
  filter?: IndicatorFilter | null | undefined;
  /** The first so many after `after`: 1 to 100, 20 when neither `first` nor `last` is given. */
  first?: number | null | undefined;
  /** Only records behind this cursor. */
  after?: string | null | undefined;
  /** Language of the text; without it the `Accept-Language` of the request decides, else English. A text that is missing in one language is told in another. */
  locale?: Locale | null | undefined;
};

/** Answer to {@link Indicators}. */
export type IndicatorsQuery = {
  /** Indicators, by code. */
  indicators: {
    /** How many records there are on all pages together. */
    totalCount: number;
    /** Whether there is more, and from where. */
    pageInfo: {
      /** Whether records follow behind this page. */
      hasNextPage: boolean;
      /** Cursor of the last record on this page. */
      endCursor: string | null;
    };
    /** The records without their cursors. */
    nodes: Array<{
      /** Global id, for `node` and `nodes`. Opaque. */
      id: string;
      /** Stable, readable key. */
      code: string;
      /** Name, as a label for people. */
      name: string;
      /** What exactly is counted, as far as the sources say. */
      definition: string | null;
      /** What one is, in English and in the singular: grant, person, workshop. */
      unit: string;
      /** The component that it belongs to; null when it spans several. */
      component: {
        /** Stable key. */
        code: Open<ComponentCode>;
        /** Name. */
        name: string;
      } | null;
      /** Where it stands in the chain of results. */
      resultLevel: Open<ResultLevel>;
      /** Which way is better. */
      direction: Open<IndicatorDirection>;
      /** How values of several places or periods become one. */
      aggregation: Open<Aggregation>;
      /** Along which dimensions its values may be added; empty for none. */
      additiveOver: Array<Open<AdditiveDimension>>;
      /** Whether it counts persons. */
      countsPersons: boolean;
    }>;
  };
};

/**
 * A page of published measurements: baselines, targets and actual values, by project, indicator, kind, place
 * and period.
 */
export const Measurements = '#de354be3f0169b7dd52119a43b53f8d4d07707456f4951e71d20ecf8a23306d4\nquery Measurements($filter:MeasurementFilter$first:Int$after:String$asOf:DateTime$locale:Locale){measurements(filter:$filter first:$first after:$after asOf:$asOf){totalCount pageInfo{hasNextPage endCursor}nodes{id project{code}indicator{code name(locale:$locale)unit}kind value qualifier period{start end isOpen label(locale:$locale)}place{__typename code}disaggregation{dimension category}note(locale:$locale)status revision recordedAt sources{code}}}}' as Operation<
  MeasurementsQuery,
  MeasurementsQueryVariables
>;

/** Variables of {@link Measurements}. */
export type MeasurementsQueryVariables = {
  /** Narrows the list. */
  filter?: MeasurementFilter | null | undefined;
  /** The first so many after `after`: 1 to 100, 20 when neither `first` nor `last` is given. */
  first?: number | null | undefined;
  /** Only records behind this cursor. */
  after?: string | null | undefined;
  /** Values, qualifiers, periods, notes and choice of sources as published at this instant, for ever the same; names and titles are those of today. Not in the future. */
  asOf?: DateTime | null | undefined;
  /** Language of the text; without it the `Accept-Language` of the request decides, else English. A text that is missing in one language is told in another. */
  locale?: Locale | null | undefined;
};

/** Answer to {@link Measurements}. */
export type MeasurementsQuery = {
  /** Published measurements, by project, indicator, kind, place and period. Members see preliminary values as well; `status` tells. */
  measurements: {
    /** How many records there are on all pages together. */
    totalCount: number;
    /** Whether there is more, and from where. */
    pageInfo: {
      /** Whether records follow behind this page. */
      hasNextPage: boolean;
      /** Cursor of the last record on this page. */
      endCursor: string | null;
    };
    /** The records without their cursors. */
    nodes: Array<{
      /** Global id, for `node` and `nodes`. Opaque. */
      id: string;
      /** The project. */
      project: {
        /** Stable, readable key, for people and for addresses. */
        code: string;
      };
      /** What is measured. */
      indicator: {
        /** Stable, readable key. */
        code: string;
        /** Name, as a label for people. */
        name: string;
        /** What one is, in English and in the singular: grant, person, workshop. */
        unit: string;
      };
      /** What the value says. */
      kind: Open<MeasurementKind>;
      /** The value, in the unit of the indicator. */
      value: Decimal;
      /** How exact the value is. */
      qualifier: Open<Qualifier>;
      /** The reporting period that it is for. */
      period: {
        /** First day, month or year; null when the start is open or not known. */
        start: PartialDate | null;
        /** Last day, month or year, itself included; null when the end is open. */
        end: PartialDate | null;
        /** Whether a side is open: the value may still be counted on, or counts from an unnamed day. */
        isOpen: boolean;
        /** In words, such as "since 2023". */
        label: string;
      };
      /** The whole project, or the district or city that it is for. */
      place: {
        /** Name of its type in the contract. */
        __typename: 'City' | 'District' | 'Project';
        /** Stable, readable key, for people and for addresses. */
        code: string;
      };
      /** The categories that it is for; empty for the total. */
      disaggregation: Array<{
        /** Such as sex. */
        dimension: string;
        /** Such as female. */
        category: string;
      }>;
      /** What the source adds. */
      note: string | null;
      /** How far it may be relied on. */
      status: Open<MeasurementStatus>;
      /** Number of the revision told here. A correction is a new one. */
      revision: number;
      /** From when on this revision stood. */
      recordedAt: DateTime;
      /** Where it was read. At least one. */
      sources: Array<{
        /** Stable, readable key. */
        code: string;
      }>;
    }>;
  };
};

/**
 * All networks of organizations. `memberCount` is what a network says of itself; `members` are those that are
 * known by name.
 */
export const Networks = '#973ecf6767acddda9b3b2d9ccce6ccb6d796edc3998451528fe96ffaae689182\nquery Networks($locale:Locale){networks{code name(locale:$locale)description(locale:$locale)groupsServed(locale:$locale)memberCount{value qualifier}members{code acronym name(locale:$locale)}sources{code title language url}}}' as Operation<
  NetworksQuery,
  NetworksQueryVariables
>;

/** Variables of {@link Networks}. */
export type NetworksQueryVariables = {
  /** Language of the text; without it the `Accept-Language` of the request decides, else English. A text that is missing in one language is told in another. */
  locale?: Locale | null | undefined;
};

/** Answer to {@link Networks}. */
export type NetworksQuery = {
  /** All networks, by code. */
  networks: Array<{
    /** Stable, readable key. */
    code: string;
    /** Name. */
    name: string;
    /** What it is. */
    description: string | null;
    /** Whom its members serve. */
    groupsServed: Array<string>;
    /** How many members it says it has: a statement, not a count of `members`. */
    memberCount: {
      /** The number as stated. */
      value: number;
      /** How exact it is. */
      qualifier: Open<Qualifier>;
    } | null;
    /** The members that are known here by name, by code. */
    members: Array<{
      /** Stable, readable key. */
      code: string;
      /** Such as BMZ. */
      acronym: string | null;
      /** Full name. */
      name: string;
    }>;
    /** Where this was read. */
    sources: Array<{
      /** Stable, readable key. */
      code: string;
      /** As printed, in the language of the document. */
      title: string;
      /** Language that the document is written in. */
      language: LanguageTag;
      /** Where it can be read on the web, when that is known. */
      url: string | null;
    }>;
  }>;
};

/** A page of public calls for applications, by code. */
export const OpenCalls = '#8347eeb3ac35b1da2063768fbe1c85e035fc0a71dcf369fa6534db13cda08d25\nquery OpenCalls($project:String$first:Int$after:String$locale:Locale){openCalls(project:$project first:$first after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{id code opensOn closesOn activity{code title(locale:$locale)component{code name(locale:$locale)}place{__typename code}sources{code title language url}}}}}' as Operation<
  OpenCallsQuery,
  OpenCallsQueryVariables
>;

/** Variables of {@link OpenCalls}. */
export type OpenCallsQueryVariables = {
  /** Code of the project. */
  project?: string | null | undefined;
  /** The first so many after `after`: 1 to 100, 20 when neither `first` nor `last` is given. */
  first?: number | null | undefined;
  /** Only records behind this cursor. */
  after?: string | null | undefined;
  /** Language of the text; without it the `Accept-Language` of the request decides, else English. A text that is missing in one language is told in another. */
  locale?: Locale | null | undefined;
};

/** Answer to {@link OpenCalls}. */
export type OpenCallsQuery = {
  /** Public calls, by code. */
  openCalls: {
    /** How many records there are on all pages together. */
    totalCount: number;
    /** Whether there is more, and from where. */
    pageInfo: {
      /** Whether records follow behind this page. */
      hasNextPage: boolean;
      /** Cursor of the last record on this page. */
      endCursor: string | null;
    };
    /** The records without their cursors. */
    nodes: Array<{
      /** Global id, for `node` and `nodes`. Opaque. */
      id: string;
      /** Stable, readable key. */
      code: string;
      /** First day for applications; null where no source says. */
      opensOn: PartialDate | null;
      /** Last day for applications; null where no source says. */
      closesOn: PartialDate | null;
      /** The activity of type OPEN_CALL that announces it. */
      activity: {
        /** Stable, readable key. */
        code: string;
        /** What it is called. */
        title: string;
        /** The component that it belongs to. */
        component: {
          /** Stable key. */
          code: Open<ComponentCode>;
          /** Name. */
          name: string;
        } | null;
        /** Where it took place; null where no source names one place. */
        place: {
          /** Name of its type in the contract. */
          __typename: 'City' | 'District' | 'Project';
          /** Stable, readable key, for people and for addresses. */
          code: string;
        } | null;
        /** Where this was read. */
        sources: Array<{
          /** Stable, readable key. */
          code: string;
          /** As printed, in the language of the document. */
          title: string;
          /** Language that the document is written in. */
          language: LanguageTag;
          /** Where it can be read on the web, when that is known. */
          url: string | null;
        }>;
      };
    }>;
  };
};

/** Where a project works, who takes part in which role, and what money is planned by city. */
export const Participations = '#358a4d431ae19a399ba49842aef30f44e174de3dbd169e979518ccb7a3ac83e3\nquery Participations($project:String!$locale:Locale){project(code:$project){code title(locale:$locale)districts{code name(locale:$locale)}cities{code name(locale:$locale)}participations{organization{code acronym name(locale:$locale)kind country}role component{code name(locale:$locale)}sources{code}}budgets{city{code name(locale:$locale)}amount{amount currency}sources{code}}}}' as Operation<
  ParticipationsQuery,
  ParticipationsQueryVariables
>;

/** Variables of {@link Participations}. */
export type ParticipationsQueryVariables = {
  /** For example reintegration-ii. */
  project: string;
  /** Language of the text; without it the `Accept-Language` of the request decides, else English. A text that is missing in one language is told in another. */
  locale?: Locale | null | undefined;
};

/** Answer to {@link Participations}. */
export type ParticipationsQuery = {
  /** The project with this code; null when there is none. */
  project: {
    /** Stable, readable key, for people and for addresses. */
    code: string;
    /** Full title. */
    title: string;
    /** The districts that it works in, by code. */
    districts: Array<{
      /** Stable, readable key, for people and for addresses. */
      code: string;
      /** Name, such as Pirotski okrug. */
      name: string;
    }>;
    /** Its partner cities, by code. A city that took part in an event is not thereby one. */
    cities: Array<{
      /** Stable, readable key, for people and for addresses. */
      code: string;
      /** Name, such as Novi Pazar. */
      name: string;
    }>;
    /** Who takes part, in which role. */
    participations: Array<{
      /** The organization. */
      organization: {
        /** Stable, readable key. */
        code: string;
        /** Such as BMZ. */
        acronym: string | null;
        /** Full name. */
        name: string;
        /** What it is. */
        kind: Open<OrganizationKind>;
        /** Country that it is from. */
        country: Country;
      };
      /** What it does. */
      role: Open<ParticipationRole>;
      /** The one component that the role is for; null when it is for the whole project or no source says. */
      component: {
        /** Stable key. */
        code: Open<ComponentCode>;
        /** Name. */
        name: string;
      } | null;
      /** Where this was read. */
      sources: Array<{
        /** Stable, readable key. */
        code: string;
      }>;
    }>;
    /** Money planned for its work, by city. What no source states is not here; there is no total. */
    budgets: Array<{
      /** The city. */
      city: {
        /** Stable, readable key, for people and for addresses. */
        code: string;
        /** Name, such as Novi Pazar. */
        name: string;
      };
      /** How much. */
      amount: {
        /** In units of the currency, not in cents. */
        amount: Decimal;
        /** ISO 4217. */
        currency: Currency;
      };
      /** Where this was read. */
      sources: Array<{
        /** Stable, readable key. */
        code: string;
      }>;
    }>;
  } | null;
};

/**
 * What a project reached, with all that is needed to read each value rightly. `during` narrows to figures
 * whose period lies wholly within that year, month or day. Null when no project has the code.
 */
export const ProjectFigures = '#6d2dcb30396240b89b93531ced477b02bf21b4a66607aeedc5828b8e9393c3bc\nquery ProjectFigures($project:String!$during:PartialDate$component:ComponentCode$indicators:[String!]$asOf:DateTime$locale:Locale){project(code:$project){code title(locale:$locale)startsOn endsOn figures(during:$during component:$component indicators:$indicators asOf:$asOf){...FigureFields}}dataVersion}fragment FigureFields on Figure{indicator{code name(locale:$locale)unit component{code name(locale:$locale)}}value qualifier period{start end isOpen label(locale:$locale)}place{__typename code ...on City{name(locale:$locale)}...on District{name(locale:$locale)}...on Project{name:title(locale:$locale)}}target{value qualifier period{start end label(locale:$locale)}sources{code title language url}}progress note(locale:$locale)sources{code title language publisher url}asOf revision recordedAt citation(locale:$locale)}' as Operation<
  ProjectFiguresQuery,
  ProjectFiguresQueryVariables
>;

/** Variables of {@link ProjectFigures}. */
export type ProjectFiguresQueryVariables = {
  /** For example reintegration-ii. */
  project: string;
  /** Only figures whose period lies wholly within this year, month or day. A period with an open end never does. */
  during?: PartialDate | null | undefined;
  /** Only figures of this component. */
  component?: ComponentCode | null | undefined;
  /** Only figures of the indicators with these codes, at most 100. */
  indicators?: readonly string[] | null | undefined;
  /** Values, qualifiers, periods, notes and choice of sources as published at this instant, for ever the same; names and titles are those of today. Not in the future. */
  asOf?: DateTime | null | undefined;
  /** Language of the text; without it the `Accept-Language` of the request decides, else English. A text that is missing in one language is told in another. */
  locale?: Locale | null | undefined;
};

/** Answer to {@link ProjectFigures}. */
export type ProjectFiguresQuery = {
  /** The project with this code; null when there is none. */
  project: {
    /** Stable, readable key, for people and for addresses. */
    code: string;
    /** Full title. */
    title: string;
    /** When it began; null where no source says so. */
    startsOn: PartialDate | null;
    /** When it ends or ended; null where no source says so. */
    endsOn: PartialDate | null;
    /** What was reached, by component, indicator, place and period. Of the whole project and of its places; `place` tells which. */
    figures: Array<FigureFields>;
  } | null;
  /** Version of the published data. Grows by one with every published change. */
  dataVersion: number;
};

/** A page of projects, by code. `search` is part of the title, in any script, with or without diacritics. */
export const Projects = '#662c9ad56eabf26a1f963a9d57a5e84b0ed3b568859c59ed06ce61c2b28960ce\nquery Projects($search:String$first:Int$after:String$locale:Locale){projects(search:$search first:$first after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{id code title(locale:$locale)status startsOn endsOn isSynthetic}}}' as Operation<
  ProjectsQuery,
  ProjectsQueryVariables
>;

/** Variables of {@link Projects}. */
export type ProjectsQueryVariables = {
  /** Part of the title, in any script, with or without diacritics. */
  search?: string | null | undefined;
  /** The first so many after `after`: 1 to 100, 20 when neither `first` nor `last` is given. */
  first?: number | null | undefined;
  /** Only records behind this cursor. */
  after?: string | null | undefined;
  /** Language of the text; without it the `Accept-Language` of the request decides, else English. A text that is missing in one language is told in another. */
  locale?: Locale | null | undefined;
};

/** Answer to {@link Projects}. */
export type ProjectsQuery = {
  /** Projects, by code. */
  projects: {
    /** How many records there are on all pages together. */
    totalCount: number;
    /** Whether there is more, and from where. */
    pageInfo: {
      /** Whether records follow behind this page. */
      hasNextPage: boolean;
      /** Cursor of the last record on this page. */
      endCursor: string | null;
    };
    /** The records without their cursors. */
    nodes: Array<{
      /** Global id, for `node` and `nodes`. Opaque. */
      id: string;
      /** Stable, readable key, for people and for addresses. */
      code: string;
      /** Full title. */
      title: string;
      /** How far it is, as the project states it; null where it states nothing. */
      status: Open<ProjectStatus> | null;
      /** When it began; null where no source says so. */
      startsOn: PartialDate | null;
      /** When it ends or ended; null where no source says so. */
      endsOn: PartialDate | null;
      /** Whether it was made up by a program for trying things out. */
      isSynthetic: boolean;
    }>;
  };
};

/** A page of the published documents that figures and facts were read from, by code. */
export const Sources = '#44edca39df26df6df7255530342db886f054ae86df192f0e60fd2be3b395d894\nquery Sources($first:Int$after:String){sources(first:$first after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{id code title language publisher publishedOn url translationOf{code}}}}' as Operation<
  SourcesQuery,
  SourcesQueryVariables
>;

/** Variables of {@link Sources}. */
export type SourcesQueryVariables = {
  /** The first so many after `after`: 1 to 100, 20 when neither `first` nor `last` is given. */
  first?: number | null | undefined;
  /** Only records behind this cursor. */
  after?: string | null | undefined;
};

/** Answer to {@link Sources}. */
export type SourcesQuery = {
  /** All sources, by code. */
  sources: {
    /** How many records there are on all pages together. */
    totalCount: number;
    /** Whether there is more, and from where. */
    pageInfo: {
      /** Whether records follow behind this page. */
      hasNextPage: boolean;
      /** Cursor of the last record on this page. */
      endCursor: string | null;
    };
    /** The records without their cursors. */
    nodes: Array<{
      /** Global id, for `node` and `nodes`. Opaque. */
      id: string;
      /** Stable, readable key. */
      code: string;
      /** As printed, in the language of the document. */
      title: string;
      /** Language that the document is written in. */
      language: LanguageTag;
      /** Who published it. */
      publisher: string;
      /** When it was published; null where the document carries no date. */
      publishedOn: PartialDate | null;
      /** Where it can be read on the web, when that is known. */
      url: string | null;
      /** The document that this one is a translation of. */
      translationOf: {
        /** Stable, readable key. */
        code: string;
      } | null;
    }>;
  };
};

/**
 * The releases of protected counts of people of a project, the newest first. None is ever changed: what a number
 * names stays as it is.
 */
export const StatisticsReleases = '#cf541630e4ed3e8539b0721233499d277657e0213f667fbe91970c35a9685621\nquery StatisticsReleases($project:String!$locale:Locale){statisticsReleases(project:$project){number period{start end label(locale:$locale)}frozenAt method threshold variance}}' as Operation<
  StatisticsReleasesQuery,
  StatisticsReleasesQueryVariables
>;

/** Variables of {@link StatisticsReleases}. */
export type StatisticsReleasesQueryVariables = {
  /** Code of the project. */
  project: string;
  /** Language of the text; without it the `Accept-Language` of the request decides, else English. A text that is missing in one language is told in another. */
  locale?: Locale | null | undefined;
};

/** Answer to {@link StatisticsReleases}. */
export type StatisticsReleasesQuery = {
  /** The releases of protected counts of people of a project, the newest first. */
  statisticsReleases: Array<{
    /** Number within the project, from 1. */
    number: number;
    /** Whoever was enrolled or supported in it is counted. */
    period: {
      /** First day, month or year; null when the start is open or not known. */
      start: PartialDate | null;
      /** Last day, month or year, itself included; null when the end is open. */
      end: PartialDate | null;
      /** In words, such as "since 2023". */
      label: string;
    };
    /** When it was computed and published. */
    frozenAt: DateTime;
    /** How it is protected: `cell-key` is noise that hangs on who is in a cell. */
    method: string;
    /** No value lies between 0 and this number. For cells of children it is higher; see `note`. */
    threshold: number;
    /** Variance of the noise of counts from the threshold up. */
    variance: number;
  }>;
};

/**
 * Protected counts of people from a frozen release, the newest unless `release` names another: in the whole project,
 * each district or each city (`level`), by at most two of SEX, AGE_BAND, CATEGORY and COMPONENT. A value is 0 or at
 * least `threshold`, and values need not add up; show `note` beside them. Null when the project has no release.
 */
export const Statistics = '#7cf612005959a4f6eb144c945ab46cfba7a25bd6172f7a394abd657c3cdf574b\nquery Statistics($project:String!$release:Int$level:StatisticsLevel=PROJECT$by:[StatisticsDimension!]=[]$locale:Locale){statistics(project:$project release:$release level:$level by:$by){release{number period{start end label(locale:$locale)}frozenAt method threshold variance}cells{place{__typename code ...on City{name(locale:$locale)}...on District{name(locale:$locale)}...on Project{name:title(locale:$locale)}}sex ageBand category component value status}note(locale:$locale)}}' as Operation<
  StatisticsQuery,
  StatisticsQueryVariables
>;

/** Variables of {@link Statistics}. */
export type StatisticsQueryVariables = {
  /** Code of the project. */
  project: string;
  /** Number of the release; without it the newest. */
  release?: number | null | undefined;
  /** Where people are counted. */
  level?: StatisticsLevel | null | undefined;
  /** What the counts are broken down by: at most two dimensions, each once. */
  by?: readonly StatisticsDimension[] | null | undefined;
  /** Language of the text; without it the `Accept-Language` of the request decides, else English. A text that is missing in one language is told in another. */
  locale?: Locale | null | undefined;
};

/** Answer to {@link Statistics}. */
export type StatisticsQuery = {
  /** Protected counts of people, from a frozen release; null when the project has none yet. See `note` before reading the values. */
  statistics: {
    /** The release that the table belongs to. */
    release: {
      /** Number within the project, from 1. */
      number: number;
      /** Whoever was enrolled or supported in it is counted. */
      period: {
        /** First day, month or year; null when the start is open or not known. */
        start: PartialDate | null;
        /** Last day, month or year, itself included; null when the end is open. */
        end: PartialDate | null;
        /** In words, such as "since 2023". */
        label: string;
      };
      /** When it was computed and published. */
      frozenAt: DateTime;
      /** How it is protected: `cell-key` is noise that hangs on who is in a cell. */
      method: string;
      /** No value lies between 0 and this number. For cells of children it is higher; see `note`. */
      threshold: number;
      /** Variance of the noise of counts from the threshold up. */
      variance: number;
    };
    /** Every combination of place and values, also those with nobody, in an order that never changes. */
    cells: Array<{
      /** Where they are counted. */
      place: {
        /** Name of its type in the contract. */
        __typename: 'City' | 'District' | 'Project';
        /** Stable, readable key, for people and for addresses. */
        code: string;
        name: string;
      };
      /** Their sex; null when that was not asked for. */
      sex: Open<Sex> | null;
      /** Their age in whole years, one of `0-17`, `18-29`, `30-44`, `45-64`, `65+`; null when that was not asked for. */
      ageBand: string | null;
      /** The group that they belong to; null when that was not asked for. */
      category: Open<BeneficiaryCategory> | null;
      /** What they were supported by; null when that was not asked for. */
      component: Open<ComponentCode> | null;
      /** The protected count. A 0 stands for nobody or for a few; null only where `status` says why. */
      value: number | null;
      /** How the value is to be taken. */
      status: Open<CellStatus>;
    }>;
    /** What to know before reading the values. */
    note: string;
  } | null;
};

/** Who asks, by the key or the token of the client, and what that lets it do. */
export const Viewer = '#9b479de053f17e0f464574533a7946f882b7dc13a824d91b89525aa4db8bcff3\nquery Viewer{viewer{role organization{code name}projects{code title}cities{code name}permissions keyExpiresOn}}' as Operation<
  ViewerQuery,
  ViewerQueryVariables
>;

/** Variables of {@link Viewer}. */
export type ViewerQueryVariables = Record<string, never>;

/** Answer to {@link Viewer}. */
export type ViewerQuery = {
  /** Who asks, and what that lets it do. Without a key or a token it is the public. */
  viewer: {
    /** What it is. */
    role: Open<ViewerRole>;
    /** The organization that it asks for; null for the public. */
    organization: {
      /** Stable, readable key. */
      code: string;
      /** Full name. */
      name: string;
    } | null;
    /** The projects that it may do more in than the public. */
    projects: Array<{
      /** Stable, readable key, for people and for addresses. */
      code: string;
      /** Full title. */
      title: string;
    }>;
    /** The cities that a partner works in; empty for all others, whose role looks at none. */
    cities: Array<{
      /** Stable, readable key, for people and for addresses. */
      code: string;
      /** Name, such as Novi Pazar. */
      name: string;
    }>;
    /** What it may do. */
    permissions: Array<Open<Permission>>;
    /** The last day that its key is good for; null when it has no end, or without a key. */
    keyExpiresOn: PartialDate | null;
  };
};
