-- $1 = ["reintegration-ii"]
select "project"."id", "project"."code", "project"."title", "project"."starts_on", "project"."ends_on"
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
-- $7 = "2023-01-01"
-- $8 = "2023-12-31"
-- $9 = 1001
select "district"."code" as "district_code", "city"."code" as "city_code", "measurement"."id", "measurement"."indicator_id", "measurement"."district_id", "measurement"."city_id", "measurement"."period_start", "measurement"."period_end", "measurement"."since_project_start", "current"."revision", "current"."qualifier", trim_scale("current"."value")::text as "value"
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

-- $1 = [4,3,5,2,1,6,8,7,10,9]
select "indicator"."id", "indicator"."code", "indicator"."name", "indicator"."unit", "indicator"."component_code"
from "indicator"
where "indicator"."id" = any($1);

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
-- $7 = [4,3,5,2,1,6,8,7,10,9]
select "measurement"."id", "measurement"."key", "measurement"."project_id", "measurement"."indicator_id", "measurement"."kind", "measurement"."district_id", "measurement"."city_id", "measurement"."period_start", "measurement"."period_end", "measurement"."since_project_start", "measurement"."disaggregation", "current"."revision", "current"."qualifier", "current"."status", "current"."note", "current"."recorded_at", trim_scale("current"."value")::text as "value"
from "measurement"
inner join lateral (select "measurement_revision".* from "measurement_revision" where "measurement_revision"."measurement_id" = "measurement"."id" and "measurement_revision"."recorded_at" <= $1 and "measurement_revision"."status" <> $2 order by "measurement_revision"."revision" desc limit $3) as "current" on true
where "current"."status" = $4
and "measurement"."kind" <> $5
and "measurement"."disaggregation" = '{}'
and "measurement"."project_id" = any($6)
and "measurement"."indicator_id" = any($7)
order by "measurement"."key";

-- $1 = [4,3,5,2,1,6,8,7,10,9]
select "indicator"."id", "indicator"."code", "indicator"."name", "indicator"."definition", "indicator"."unit", "indicator"."component_code", "indicator"."result_level", "indicator"."direction", "indicator"."aggregation", "indicator"."additive_over", "indicator"."counts_persons"
from "indicator"
where "indicator"."id" = any($1);

-- $1 = [4,3,5,2,1,6,8,7,10,9]
select "source"."code", "source"."language", "source"."title", "measurement_revision_source"."measurement_id", "measurement_revision_source"."revision"
from "measurement_revision_source"
inner join "source" on "source"."id" = "measurement_revision_source"."source_id"
where "measurement_revision_source"."measurement_id" = any($1)
order by "measurement_revision_source"."position";

-- $1 = [1]
select "project"."id", "project"."code", "project"."title", "project"."starts_on", "project"."ends_on", "project"."starts_on_note", "project"."ends_on_note", "project"."cities_note", "project"."status", "project"."is_synthetic", "project"."target_groups"
from "project"
where "project"."id" = any($1);

-- $1 = [4,3,5,2,1,6,8,7,10,9]
select "source"."id", "source"."code", "source"."language", "source"."title", "source"."publisher", "source"."url", "source"."published_on", "source"."translation_of_id", "measurement_revision_source"."measurement_id", "measurement_revision_source"."revision"
from "measurement_revision_source"
inner join "source" on "source"."id" = "measurement_revision_source"."source_id"
where "measurement_revision_source"."measurement_id" = any($1)
order by "measurement_revision_source"."position";

select *
from "component"
order by "position";
