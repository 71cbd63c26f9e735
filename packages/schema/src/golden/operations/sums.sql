-- $1 = ["reintegration-ii"]
select "project"."id", "project"."code", "project"."title"
from "project"
where "project"."code" = any($1);

-- $1 = ["good-neighbor-club-workshops","workshops-held"]
select "indicator".*
from "indicator"
where "indicator"."code" = any($1);

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
-- $6 = [1,1]
-- $7 = [14,7]
-- $8 = 20001
select "measurement"."id", "measurement"."key", "measurement"."project_id", "measurement"."indicator_id", "measurement"."kind", "measurement"."district_id", "measurement"."city_id", "measurement"."period_start", "measurement"."period_end", "measurement"."since_project_start", "measurement"."disaggregation", "current"."revision", "current"."qualifier", "current"."status", "current"."note", "current"."recorded_at", trim_scale("current"."value")::text as "value"
from "measurement"
inner join lateral (select "measurement_revision".* from "measurement_revision" where "measurement_revision"."measurement_id" = "measurement"."id" and "measurement_revision"."recorded_at" <= $1 and "measurement_revision"."status" <> $2 order by "measurement_revision"."revision" desc limit $3) as "current" on true
where "current"."status" = $4
and "measurement"."kind" = $5
and ("measurement"."project_id", "measurement"."indicator_id")
          IN (SELECT * FROM unnest($6::int[], $7::int[]))
order by "measurement"."key"
limit $8;

-- $1 = [11]
select "city"."id", "city"."registry_number", "city"."code", "city"."name"
from "city"
where "city"."id" = any($1);
