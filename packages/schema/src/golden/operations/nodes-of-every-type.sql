-- $1 = ["reintegration-ii"]
select "project"."id", "project"."code", "project"."title", "project"."starts_on", "project"."ends_on", "project"."starts_on_note", "project"."ends_on_note", "project"."cities_note", "project"."status", "project"."is_synthetic", "project"."target_groups"
from "project"
where "project"."code" = any($1);

-- $1 = ["novi-pazar","atlantis","pirot"]
select "city".*
from "city"
where "city"."code" = any($1);

-- $1 = ["raski"]
select "district".*
from "district"
where "district"."code" = any($1);

-- $1 = ["bmz"]
select "organization".*
from "organization"
where "organization"."code" = any($1);

-- $1 = ["iris"]
select "network".*
from "network"
where "network"."code" = any($1);

-- $1 = ["marathon"]
select "activity".*
from "activity"
where "activity"."code" = any($1);

-- $1 = ["public-call-grants-novi-pazar"]
select "open_call".*
from "open_call"
where "open_call"."code" = any($1);

-- $1 = ["workshops-held"]
select "indicator".*
from "indicator"
where "indicator"."code" = any($1);

-- $1 = ["results-2023"]
select "source".*
from "source"
where "source"."code" = any($1);

-- $1 = 1
select "version", "published_at"
from "publication"
order by "version" desc
limit $1;

-- $1 = "<instant 1>"
-- $2 = "PRELIMINARY"
-- $3 = 1
-- $4 = "PUBLISHED"
-- $5 = ["reintegration-ii/workshops-held/actual/project/2023"]
select "measurement"."id", "measurement"."key", "measurement"."project_id", "measurement"."indicator_id", "measurement"."kind", "measurement"."district_id", "measurement"."city_id", "measurement"."period_start", "measurement"."period_end", "measurement"."since_project_start", "measurement"."disaggregation", "current"."revision", "current"."qualifier", "current"."status", "current"."note", "current"."recorded_at", trim_scale("current"."value")::text as "value"
from "measurement"
inner join lateral (select "measurement_revision".* from "measurement_revision" where "measurement_revision"."measurement_id" = "measurement"."id" and "measurement_revision"."recorded_at" <= $1 and "measurement_revision"."status" <> $2 order by "measurement_revision"."revision" desc limit $3) as "current" on true
where "current"."status" = $4
and "measurement"."key" = any($5);

-- $1 = [7]
select "activity".*
from "activity"
where "activity"."id" = any($1);
