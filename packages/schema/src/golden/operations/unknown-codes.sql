-- $1 = "no-such-project"
-- $2 = 21
select "activity"."id", "activity"."code", "activity"."type", "activity"."title"
from "activity"
where "activity"."project_id" = (select "project"."id" from "project" where "project"."code" = $1)
order by "activity"."code" asc
limit $2;

-- $1 = ["no-such-project"]
select "project"."id", "project"."code", "project"."title"
from "project"
where "project"."code" = any($1);

-- $1 = []
select "city".*
from "city"
where "city"."code" = any($1);

-- $1 = []
select "district".*
from "district"
where "district"."code" = any($1);

-- $1 = []
select "activity".*
from "activity"
where "activity"."code" = any($1);

-- $1 = ["x"]
select "open_call".*
from "open_call"
where "open_call"."code" = any($1);

-- $1 = ["x"]
select "organization".*
from "organization"
where "organization"."code" = any($1);

-- $1 = ["x"]
select "network".*
from "network"
where "network"."code" = any($1);

-- $1 = ["x"]
select "indicator".*
from "indicator"
where "indicator"."code" = any($1);

-- $1 = ["x"]
select "source".*
from "source"
where "source"."code" = any($1);

-- $1 = 1
select "version", "published_at"
from "publication"
order by "version" desc
limit $1;

-- $1 = "no-such-project"
select count(*)::int as "count"
from "activity"
where "activity"."project_id" = (select "project"."id" from "project" where "project"."code" = $1);

-- $1 = "<instant 1>"
-- $2 = "PRELIMINARY"
-- $3 = 1
-- $4 = "PUBLISHED"
-- $5 = "no-such-project"
-- $6 = "nowhere"
-- $7 = 21
select "measurement"."id", "measurement"."key", "measurement"."project_id", "measurement"."indicator_id", "measurement"."kind", "measurement"."district_id", "measurement"."city_id", "measurement"."period_start", "measurement"."period_end", "measurement"."since_project_start", "measurement"."disaggregation", "current"."revision", "current"."qualifier", "current"."status", "current"."note", "current"."recorded_at", trim_scale("current"."value")::text as "value"
from "measurement"
inner join lateral (select "measurement_revision".* from "measurement_revision" where "measurement_revision"."measurement_id" = "measurement"."id" and "measurement_revision"."recorded_at" <= $1 and "measurement_revision"."status" <> $2 order by "measurement_revision"."revision" desc limit $3) as "current" on true
where "current"."status" = $4
and "measurement"."project_id" = (SELECT id FROM "project" WHERE code = $5)
and "measurement"."city_id" = (SELECT id FROM "city" WHERE code = $6)
order by "measurement"."key" asc
limit $7;

-- $1 = "<instant 1>"
-- $2 = "PRELIMINARY"
-- $3 = 1
-- $4 = "PUBLISHED"
-- $5 = "no-such-project"
-- $6 = "nowhere"
select count(*)::int as "count"
from "measurement"
inner join lateral (select "measurement_revision".* from "measurement_revision" where "measurement_revision"."measurement_id" = "measurement"."id" and "measurement_revision"."recorded_at" <= $1 and "measurement_revision"."status" <> $2 order by "measurement_revision"."revision" desc limit $3) as "current" on true
where "current"."status" = $4
and "measurement"."project_id" = (SELECT id FROM "project" WHERE code = $5)
and "measurement"."city_id" = (SELECT id FROM "city" WHERE code = $6);
