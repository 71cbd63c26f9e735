select "district".*
from "district"
order by "district"."code";

-- $1 = [7,5,1,2,3,6,4]
select "city".*
from "city"
where "city"."district_id" = any($1)
order by "city"."code";

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
-- $6 = [7,5,1,2,3,6,4]
-- $7 = "ECONOMIC"
-- $8 = 7001
select "measurement"."district_id", "measurement"."period_start", "measurement"."period_end", "measurement"."since_project_start", trim_scale("current"."value")::text as "value"
from "measurement"
inner join lateral (select "measurement_revision".* from "measurement_revision" where "measurement_revision"."measurement_id" = "measurement"."id" and "measurement_revision"."recorded_at" <= $1 and "measurement_revision"."status" <> $2 order by "measurement_revision"."revision" desc limit $3) as "current" on true
inner join "indicator" on "indicator"."id" = "measurement"."indicator_id"
left join "component" on "component"."code" = "indicator"."component_code"
left join "district" on "district"."id" = "measurement"."district_id"
left join "city" on "city"."id" = "measurement"."city_id"
where "current"."status" = $4
and "measurement"."kind" = $5
and "measurement"."disaggregation" = '{}'
and "measurement"."district_id" = any($6)
and "indicator"."component_code" = $7
order by (SELECT code FROM project WHERE id = "measurement"."project_id"), "component"."position", "indicator"."code", "district"."code" asc nulls first, "city"."code" asc nulls first, "measurement"."key"
limit $8;

-- $1 = "<instant 1>"
-- $2 = "PRELIMINARY"
-- $3 = 1
-- $4 = "PUBLISHED"
-- $5 = "ACTUAL"
-- $6 = [19,17,4,3,2,1,6,7,10,5,9,8,14,11,12,13,15,18,16]
-- $7 = "ECONOMIC"
-- $8 = 19001
select json_build_object(
  'code', indicator.code, 'name', indicator.name, 'unit', indicator.unit) as "indicator", "measurement"."city_id", "measurement"."id", "measurement"."key", "measurement"."project_id", "measurement"."indicator_id", "measurement"."kind", "measurement"."district_id", "measurement"."period_start", "measurement"."period_end", "measurement"."since_project_start", "measurement"."disaggregation", "current"."revision", "current"."qualifier", "current"."status", "current"."note", "current"."recorded_at", trim_scale("current"."value")::text as "value"
from "measurement"
inner join lateral (select "measurement_revision".* from "measurement_revision" where "measurement_revision"."measurement_id" = "measurement"."id" and "measurement_revision"."recorded_at" <= $1 and "measurement_revision"."status" <> $2 order by "measurement_revision"."revision" desc limit $3) as "current" on true
inner join "indicator" on "indicator"."id" = "measurement"."indicator_id"
left join "component" on "component"."code" = "indicator"."component_code"
left join "district" on "district"."id" = "measurement"."district_id"
left join "city" on "city"."id" = "measurement"."city_id"
where "current"."status" = $4
and "measurement"."kind" = $5
and "measurement"."disaggregation" = '{}'
and "measurement"."city_id" = any($6)
and "indicator"."component_code" = $7
order by (SELECT code FROM project WHERE id = "measurement"."project_id"), "component"."position", "indicator"."code", "district"."code" asc nulls first, "city"."code" asc nulls first, "measurement"."key"
limit $8;

-- $1 = [1]
select "project"."id", "project"."code", "project"."title"
from "project"
where "project"."id" = any($1);

-- $1 = "<instant 1>"
-- $2 = "PRELIMINARY"
-- $3 = 1
-- $4 = "PUBLISHED"
-- $5 = "ACTUAL"
-- $6 = [1]
-- $7 = [12,11,13]
select "measurement"."id", "measurement"."key", "measurement"."project_id", "measurement"."indicator_id", "measurement"."kind", "measurement"."district_id", "measurement"."city_id", "measurement"."period_start", "measurement"."period_end", "measurement"."since_project_start", "measurement"."disaggregation", "current"."revision", "current"."qualifier", "current"."status", "current"."note", "current"."recorded_at", trim_scale("current"."value")::text as "value"
from "measurement"
inner join lateral (select "measurement_revision".* from "measurement_revision" where "measurement_revision"."measurement_id" = "measurement"."id" and "measurement_revision"."recorded_at" <= $1 and "measurement_revision"."status" <> $2 order by "measurement_revision"."revision" desc limit $3) as "current" on true
where "current"."status" = $4
and "measurement"."kind" <> $5
and "measurement"."disaggregation" = '{}'
and "measurement"."project_id" = any($6)
and "measurement"."indicator_id" = any($7)
order by "measurement"."key";

-- $1 = [12,11,13]
select "indicator"."id", "indicator"."code", "indicator"."name", "indicator"."definition", "indicator"."unit", "indicator"."component_code", "indicator"."result_level", "indicator"."direction", "indicator"."aggregation", "indicator"."additive_over", "indicator"."counts_persons"
from "indicator"
where "indicator"."id" = any($1);

-- $1 = [14]
select "source"."code", "source"."title", "measurement_revision_source"."measurement_id", "measurement_revision_source"."revision"
from "measurement_revision_source"
inner join "source" on "source"."id" = "measurement_revision_source"."source_id"
where "measurement_revision_source"."measurement_id" = any($1)
order by "measurement_revision_source"."position";
