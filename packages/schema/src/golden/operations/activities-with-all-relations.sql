-- $1 = 51
select "activity"."id", "activity"."code", "activity"."project_id", "activity"."type", "activity"."component_code", "activity"."title", "activity"."topics", "activity"."city_id", "activity"."venue", "activity"."held_on", "activity"."duration_days", "activity"."is_ongoing", "activity"."part_of_id", "activity"."followed_by", "activity"."participants_count", "activity"."participants_count_qualifier"
from "activity"
order by "activity"."code" asc
limit $1;

select count(*)::int as "count"
from "activity";

-- $1 = [1]
select "project"."id", "project"."code", "project"."title"
from "project"
where "project"."id" = any($1);

select *
from "component"
order by "position";

-- $1 = [11,1]
select "city"."id", "city"."registry_number", "city"."code", "city"."district_id", "city"."name"
from "city"
where "city"."id" = any($1);

-- $1 = [5,6,7,3,2,4,1]
select "activity".*
from "activity"
where "activity"."part_of_id" = any($1)
order by "activity"."code";

-- $1 = [5,6,7,3,2,4,1]
select "city".*, "activity_origin"."activity_id"
from "activity_origin"
inner join "city" on "city"."id" = "activity_origin"."city_id"
where "activity_origin"."activity_id" = any($1)
order by "activity_origin"."position";

-- $1 = [5,6,7,3,2,4,1]
select "network".*, "activity_network"."activity_id"
from "activity_network"
inner join "network" on "network"."id" = "activity_network"."network_id"
where "activity_network"."activity_id" = any($1)
order by "network"."code";

-- $1 = [5,6,7,3,2,4,1]
select "source"."id", "source"."code", "source"."title", "source"."translation_of_id", "activity_source"."activity_id"
from "activity_source"
inner join "source" on "source"."id" = "activity_source"."source_id"
where "activity_source"."activity_id" = any($1)
order by "activity_source"."position";

-- $1 = [1]
select "activity".*
from "activity"
where "activity"."id" = any($1);

-- $1 = [3,1,2,4,5,6,7]
select "district"."id", "district"."iso3166", "district"."code", "district"."name"
from "district"
where "district"."id" = any($1);

-- $1 = [1]
select "organization".*, "network_member"."network_id"
from "organization"
inner join "network_member" on "network_member"."organization_id" = "organization"."id"
where "network_member"."network_id" = any($1)
order by "organization"."code";

-- $1 = [4]
select "source".*
from "source"
where "source"."id" = any($1);

-- $1 = [5,4,1,2]
select "source".*
from "source"
where "source"."translation_of_id" = any($1)
order by "source"."code";
