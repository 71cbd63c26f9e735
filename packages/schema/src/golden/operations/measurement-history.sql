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
-- $6 = "novi-pazar"
-- $7 = "ECONOMIC"
-- $8 = 4
select "measurement"."id", "measurement"."key", "measurement"."project_id", "measurement"."indicator_id", "measurement"."kind", "measurement"."district_id", "measurement"."city_id", "measurement"."period_start", "measurement"."period_end", "measurement"."since_project_start", "measurement"."disaggregation", "current"."revision", "current"."qualifier", "current"."status", "current"."note", "current"."recorded_at", trim_scale("current"."value")::text as "value"
from "measurement"
inner join lateral (select "measurement_revision".* from "measurement_revision" where "measurement_revision"."measurement_id" = "measurement"."id" and "measurement_revision"."recorded_at" <= $1 and "measurement_revision"."status" <> $2 order by "measurement_revision"."revision" desc limit $3) as "current" on true
where "current"."status" = $4
and "measurement"."kind" = $5
and "measurement"."city_id" = (SELECT id FROM "city" WHERE code = $6)
and "measurement"."indicator_id" in (select "indicator"."id" from "indicator" where "indicator"."component_code" = $7)
order by "measurement"."key" asc
limit $8;

-- $1 = "<instant 1>"
-- $2 = "PRELIMINARY"
-- $3 = 1
-- $4 = "PUBLISHED"
-- $5 = "ACTUAL"
-- $6 = "novi-pazar"
-- $7 = "ECONOMIC"
select count(*)::int as "count"
from "measurement"
inner join lateral (select "measurement_revision".* from "measurement_revision" where "measurement_revision"."measurement_id" = "measurement"."id" and "measurement_revision"."recorded_at" <= $1 and "measurement_revision"."status" <> $2 order by "measurement_revision"."revision" desc limit $3) as "current" on true
where "current"."status" = $4
and "measurement"."kind" = $5
and "measurement"."city_id" = (SELECT id FROM "city" WHERE code = $6)
and "measurement"."indicator_id" in (select "indicator"."id" from "indicator" where "indicator"."component_code" = $7);

-- $1 = [1]
select "project"."id", "project"."code", "project"."title"
from "project"
where "project"."id" = any($1);

-- $1 = [12,11,13]
select "indicator"."id", "indicator"."code", "indicator"."name", "indicator"."unit"
from "indicator"
where "indicator"."id" = any($1);

-- $1 = [11]
select "city"."id", "city"."registry_number", "city"."code", "city"."name"
from "city"
where "city"."id" = any($1);

-- $1 = [12,11,13]
-- $2 = "PRELIMINARY"
select *, trim_scale(value)::text as "value"
from "measurement_revision"
where "measurement_id" = any($1)
and "status" <> $2
order by "measurement_id", "revision";

-- $1 = [12,11,13]
select "source"."code", "source"."title", "measurement_revision_source"."measurement_id", "measurement_revision_source"."revision"
from "measurement_revision_source"
inner join "source" on "source"."id" = "measurement_revision_source"."source_id"
where "measurement_revision_source"."measurement_id" = any($1)
order by "measurement_revision_source"."position";
