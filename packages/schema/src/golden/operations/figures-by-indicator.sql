-- $1 = ["reintegration-ii"]
select "project"."id", "project"."code", "project"."title"
from "project"
where "project"."code" = any($1);

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
-- $6 = 1
-- $7 = ["self-employment-grants"]
-- $8 = 1001
select "measurement"."indicator_id", "measurement"."period_start", "measurement"."period_end", "measurement"."since_project_start", trim_scale("current"."value")::text as "value"
from "measurement"
inner join lateral (select "measurement_revision".* from "measurement_revision" where "measurement_revision"."measurement_id" = "measurement"."id" and "measurement_revision"."recorded_at" <= $1 and "measurement_revision"."status" <> $2 order by "measurement_revision"."revision" desc limit $3) as "current" on true
inner join "indicator" on "indicator"."id" = "measurement"."indicator_id"
left join "component" on "component"."code" = "indicator"."component_code"
left join "district" on "district"."id" = "measurement"."district_id"
left join "city" on "city"."id" = "measurement"."city_id"
where "current"."status" = $4
and "measurement"."kind" = $5
and "measurement"."disaggregation" = '{}'
and "measurement"."project_id" = $6
and "measurement"."indicator_id" = any(array(
    SELECT id FROM indicator WHERE code = any($7)))
order by "component"."position", "indicator"."code", "district"."code" asc nulls first, "city"."code" asc nulls first, "measurement"."key"
limit $8;

-- $1 = "<instant 1>"
-- $2 = "PRELIMINARY"
-- $3 = 1
-- $4 = "PUBLISHED"
-- $5 = "ACTUAL"
-- $6 = 1
-- $7 = ["self-employment-grants"]
-- $8 = 1001
select json_build_object(
  'code', indicator.code, 'name', indicator.name, 'unit', indicator.unit) as "indicator", "measurement"."period_start", "measurement"."period_end", "measurement"."since_project_start", trim_scale("current"."value")::text as "value"
from "measurement"
inner join lateral (select "measurement_revision".* from "measurement_revision" where "measurement_revision"."measurement_id" = "measurement"."id" and "measurement_revision"."recorded_at" <= $1 and "measurement_revision"."status" <> $2 order by "measurement_revision"."revision" desc limit $3) as "current" on true
inner join "indicator" on "indicator"."id" = "measurement"."indicator_id"
left join "component" on "component"."code" = "indicator"."component_code"
left join "district" on "district"."id" = "measurement"."district_id"
left join "city" on "city"."id" = "measurement"."city_id"
where "current"."status" = $4
and "measurement"."kind" = $5
and "measurement"."disaggregation" = '{}'
and "measurement"."project_id" = $6
and "measurement"."indicator_id" = any(array(
    SELECT id FROM indicator WHERE code = any($7)))
order by "component"."position", "indicator"."code", "district"."code" asc nulls first, "city"."code" asc nulls first, "measurement"."key"
limit $8;

-- $1 = "<instant 1>"
-- $2 = "PRELIMINARY"
-- $3 = 1
-- $4 = "PUBLISHED"
-- $5 = "ACTUAL"
-- $6 = 1
-- $7 = []
-- $8 = 1001
select "measurement"."period_start", "measurement"."period_end", "measurement"."since_project_start", trim_scale("current"."value")::text as "value"
from "measurement"
inner join lateral (select "measurement_revision".* from "measurement_revision" where "measurement_revision"."measurement_id" = "measurement"."id" and "measurement_revision"."recorded_at" <= $1 and "measurement_revision"."status" <> $2 order by "measurement_revision"."revision" desc limit $3) as "current" on true
inner join "indicator" on "indicator"."id" = "measurement"."indicator_id"
left join "component" on "component"."code" = "indicator"."component_code"
left join "district" on "district"."id" = "measurement"."district_id"
left join "city" on "city"."id" = "measurement"."city_id"
where "current"."status" = $4
and "measurement"."kind" = $5
and "measurement"."disaggregation" = '{}'
and "measurement"."project_id" = $6
and "measurement"."indicator_id" = any(array(
    SELECT id FROM indicator WHERE code = any($7)))
order by "component"."position", "indicator"."code", "district"."code" asc nulls first, "city"."code" asc nulls first, "measurement"."key"
limit $8;

-- $1 = "<instant 1>"
-- $2 = "PRELIMINARY"
-- $3 = 1
-- $4 = "PUBLISHED"
-- $5 = "ACTUAL"
-- $6 = 1
-- $7 = ["no-such-indicator"]
-- $8 = 1001
select "measurement"."period_start", "measurement"."period_end", "measurement"."since_project_start", trim_scale("current"."value")::text as "value"
from "measurement"
inner join lateral (select "measurement_revision".* from "measurement_revision" where "measurement_revision"."measurement_id" = "measurement"."id" and "measurement_revision"."recorded_at" <= $1 and "measurement_revision"."status" <> $2 order by "measurement_revision"."revision" desc limit $3) as "current" on true
inner join "indicator" on "indicator"."id" = "measurement"."indicator_id"
left join "component" on "component"."code" = "indicator"."component_code"
left join "district" on "district"."id" = "measurement"."district_id"
left join "city" on "city"."id" = "measurement"."city_id"
where "current"."status" = $4
and "measurement"."kind" = $5
and "measurement"."disaggregation" = '{}'
and "measurement"."project_id" = $6
and "measurement"."indicator_id" = any(array(
    SELECT id FROM indicator WHERE code = any($7)))
order by "component"."position", "indicator"."code", "district"."code" asc nulls first, "city"."code" asc nulls first, "measurement"."key"
limit $8;

-- $1 = "<instant 1>"
-- $2 = "PRELIMINARY"
-- $3 = 1
-- $4 = "PUBLISHED"
-- $5 = "ACTUAL"
-- $6 = 1
-- $7 = "2023-07-01"
-- $8 = "2023-07-31"
-- $9 = 1001
select "measurement"."period_start", "measurement"."period_end", "measurement"."since_project_start", trim_scale("current"."value")::text as "value"
from "measurement"
inner join lateral (select "measurement_revision".* from "measurement_revision" where "measurement_revision"."measurement_id" = "measurement"."id" and "measurement_revision"."recorded_at" <= $1 and "measurement_revision"."status" <> $2 order by "measurement_revision"."revision" desc limit $3) as "current" on true
inner join "indicator" on "indicator"."id" = "measurement"."indicator_id"
left join "component" on "component"."code" = "indicator"."component_code"
left join "district" on "district"."id" = "measurement"."district_id"
left join "city" on "city"."id" = "measurement"."city_id"
where "current"."status" = $4
and "measurement"."kind" = $5
and "measurement"."disaggregation" = '{}'
and "measurement"."project_id" = $6
and rpad("measurement"."period_start", 10, '-01') >= $7
   
and rpad("measurement"."period_end", 10, '-01') <= $8
order by "component"."position", "indicator"."code", "district"."code" asc nulls first, "city"."code" asc nulls first, "measurement"."key"
limit $9;

-- $1 = [1]
select "indicator"."id", "indicator"."code", "indicator"."name", "indicator"."unit", "indicator"."result_level", "indicator"."direction"
from "indicator"
where "indicator"."id" = any($1);
