-- $1 = "reintegration-ii"
-- $2 = "INSTITUTIONAL"
-- $3 = 3
select "activity"."id", "activity"."code", "activity"."type", "activity"."title", "activity"."city_id", "activity"."held_on", "activity"."duration_days", "activity"."part_of_id"
from "activity"
where "activity"."project_id" = (select "project"."id" from "project" where "project"."code" = $1)
and "activity"."component_code" = $2
order by "activity"."code" asc
limit $3;

-- $1 = "reintegration-ii"
-- $2 = "INSTITUTIONAL"
select count(*)::int as "count"
from "activity"
where "activity"."project_id" = (select "project"."id" from "project" where "project"."code" = $1)
and "activity"."component_code" = $2;

-- $1 = [11]
select "city"."id", "city"."registry_number", "city"."code", "city"."name"
from "city"
where "city"."id" = any($1);

-- $1 = [7,3]
select "city".*, "activity_origin"."activity_id"
from "activity_origin"
inner join "city" on "city"."id" = "activity_origin"."city_id"
where "activity_origin"."activity_id" = any($1)
order by "activity_origin"."position";

-- $1 = [7,3]
select "network".*, "activity_network"."activity_id"
from "activity_network"
inner join "network" on "network"."id" = "activity_network"."network_id"
where "activity_network"."activity_id" = any($1)
order by "network"."code";

-- $1 = [7,3]
select "source"."code", "source"."title", "activity_source"."activity_id"
from "activity_source"
inner join "source" on "source"."id" = "activity_source"."source_id"
where "activity_source"."activity_id" = any($1)
order by "activity_source"."position";
