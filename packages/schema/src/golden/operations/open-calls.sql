-- $1 = "reintegration-ii"
-- $2 = 21
select "open_call".*
from "open_call"
where "open_call"."activity_id" in (select "activity"."id" from "activity" inner join "project" on "project"."id" = "activity"."project_id" where "project"."code" = $1)
order by "open_call"."code" asc
limit $2;

-- $1 = ["public-call-grants-novi-pazar"]
select "open_call".*
from "open_call"
where "open_call"."code" = any($1);

-- $1 = "reintegration-ii"
select count(*)::int as "count"
from "open_call"
where "open_call"."activity_id" in (select "activity"."id" from "activity" inner join "project" on "project"."id" = "activity"."project_id" where "project"."code" = $1);

-- $1 = [7]
select "activity".*
from "activity"
where "activity"."id" = any($1);

-- $1 = [11]
select "city"."id", "city"."registry_number", "city"."code", "city"."name"
from "city"
where "city"."id" = any($1);

select *
from "component"
order by "position";

-- $1 = [7]
select "source"."code", "source"."title", "activity_source"."activity_id"
from "activity_source"
inner join "source" on "source"."id" = "activity_source"."source_id"
where "activity_source"."activity_id" = any($1)
order by "activity_source"."position";
