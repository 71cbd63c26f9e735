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
-- $2 = 1
select "version"
from "publication"
where "published_at" <= $1
order by "version" desc
limit $2;

-- $1 = "<instant 1>"
-- $2 = "PRELIMINARY"
-- $3 = 1
-- $4 = "PUBLISHED"
-- $5 = 21
select "measurement"."id", "measurement"."key", "measurement"."project_id", "measurement"."indicator_id", "measurement"."kind", "measurement"."district_id", "measurement"."city_id", "measurement"."period_start", "measurement"."period_end", "measurement"."since_project_start", "measurement"."disaggregation", "current"."revision", "current"."qualifier", "current"."status", "current"."note", "current"."recorded_at", trim_scale("current"."value")::text as "value"
from "measurement"
inner join lateral (select "measurement_revision".* from "measurement_revision" where "measurement_revision"."measurement_id" = "measurement"."id" and "measurement_revision"."recorded_at" <= $1 and "measurement_revision"."status" <> $2 order by "measurement_revision"."revision" desc limit $3) as "current" on true
where "current"."status" = $4
order by "measurement"."key" asc
limit $5;

-- $1 = "<instant 1>"
-- $2 = "PRELIMINARY"
-- $3 = 1
-- $4 = "PUBLISHED"
-- $5 = "ACTUAL"
-- $6 = 1
-- $7 = 1001
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
order by "component"."position", "indicator"."code", "district"."code" asc nulls first, "city"."code" asc nulls first, "measurement"."key"
limit $7;

-- $1 = "<instant 1>"
-- $2 = "PRELIMINARY"
-- $3 = 1
-- $4 = "PUBLISHED"
select count(*)::int as "count"
from "measurement"
inner join lateral (select "measurement_revision".* from "measurement_revision" where "measurement_revision"."measurement_id" = "measurement"."id" and "measurement_revision"."recorded_at" <= $1 and "measurement_revision"."status" <> $2 order by "measurement_revision"."revision" desc limit $3) as "current" on true
where "current"."status" = $4;
