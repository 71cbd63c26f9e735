-- $1 = ["novi-pazar"]
select "city".*
from "city"
where "city"."code" = any($1);

-- $1 = [3]
select "district"."id", "district"."iso3166", "district"."code", "district"."nuts3", "district"."name"
from "district"
where "district"."id" = any($1);

-- $1 = 1
select "version", "published_at"
from "publication"
order by "version" desc
limit $1;

-- $1 = "<instant 1>"
-- $2 = "PRELIMINARY"
-- $3 = 1
-- $4 = "PUBLISHED"
-- $5 = "ACTUAL"
-- $6 = 11
-- $7 = "reintegration-ii"
-- $8 = 1001
select json_build_object(
  'code', indicator.code, 'name', indicator.name, 'unit', indicator.unit) as "indicator", "measurement"."id", "measurement"."project_id", "measurement"."indicator_id", "measurement"."district_id", "measurement"."period_start", "measurement"."period_end", "measurement"."since_project_start", "current"."revision", "current"."qualifier", trim_scale("current"."value")::text as "value"
from "measurement"
inner join lateral (select "measurement_revision".* from "measurement_revision" where "measurement_revision"."measurement_id" = "measurement"."id" and "measurement_revision"."recorded_at" <= $1 and "measurement_revision"."status" <> $2 order by "measurement_revision"."revision" desc limit $3) as "current" on true
inner join "indicator" on "indicator"."id" = "measurement"."indicator_id"
left join "component" on "component"."code" = "indicator"."component_code"
left join "district" on "district"."id" = "measurement"."district_id"
left join "city" on "city"."id" = "measurement"."city_id"
where "current"."status" = $4
and "measurement"."kind" = $5
and "measurement"."disaggregation" = '{}'
and "measurement"."city_id" = $6
and "measurement"."project_id" = (select "project"."id" from "project" where "project"."code" = $7)
order by (SELECT code FROM project WHERE id = "measurement"."project_id"), "component"."position", "indicator"."code", "district"."code" asc nulls first, "city"."code" asc nulls first, "measurement"."key"
limit $8;

-- $1 = "<instant 1>"
-- $2 = "PRELIMINARY"
-- $3 = 1
-- $4 = "PUBLISHED"
-- $5 = "ACTUAL"
-- $6 = [1]
-- $7 = [12,11,13,15,14]
select "measurement"."id", "measurement"."key", "measurement"."project_id", "measurement"."indicator_id", "measurement"."kind", "measurement"."district_id", "measurement"."city_id", "measurement"."period_start", "measurement"."period_end", "measurement"."since_project_start", "measurement"."disaggregation", "current"."revision", "current"."qualifier", "current"."status", "current"."note", "current"."recorded_at", trim_scale("current"."value")::text as "value"
from "measurement"
inner join lateral (select "measurement_revision".* from "measurement_revision" where "measurement_revision"."measurement_id" = "measurement"."id" and "measurement_revision"."recorded_at" <= $1 and "measurement_revision"."status" <> $2 order by "measurement_revision"."revision" desc limit $3) as "current" on true
where "current"."status" = $4
and "measurement"."kind" <> $5
and "measurement"."disaggregation" = '{}'
and "measurement"."project_id" = any($6)
and "measurement"."indicator_id" = any($7)
order by "measurement"."key";

-- $1 = [12,11,13,16,15]
select "source"."code", "source"."title", "measurement_revision_source"."measurement_id", "measurement_revision_source"."revision"
from "measurement_revision_source"
inner join "source" on "source"."id" = "measurement_revision_source"."source_id"
where "measurement_revision_source"."measurement_id" = any($1)
order by "measurement_revision_source"."position";
