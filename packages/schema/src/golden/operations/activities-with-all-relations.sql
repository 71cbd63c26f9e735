-- $1 = 51
select "activity".*
from "activity"
order by "activity"."code" asc
limit $1;

select count(*)::int as "count"
from "activity";

-- $1 = [1]
select "project".*
from "project"
where "project"."id" = any($1);

select *
from "component"
order by "position";

-- $1 = [11,1]
select "city".*
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
select "source".*, "activity_source"."activity_id"
from "activity_source"
inner join "source" on "source"."id" = "activity_source"."source_id"
where "activity_source"."activity_id" = any($1)
order by "activity_source"."position";

-- $1 = [1]
select "activity".*
from "activity"
where "activity"."id" = any($1);

-- $1 = [3,1]
select "district".*
from "district"
where "district"."id" = any($1);

-- $1 = [2,4,5,6,7]
select "district".*
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
