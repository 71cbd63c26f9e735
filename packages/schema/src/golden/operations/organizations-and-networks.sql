-- $1 = 101
select "organization".*
from "organization"
order by "organization"."code" asc
limit $1;

select "network".*
from "network"
order by "network"."code";

-- $1 = ["asb-see"]
select "organization".*
from "organization"
where "organization"."code" = any($1);

select count(*)::int as "count"
from "organization";

-- $1 = [1]
select "organization".*, "network_member"."network_id"
from "organization"
inner join "network_member" on "network_member"."organization_id" = "organization"."id"
where "network_member"."network_id" = any($1)
order by "organization"."code";

-- $1 = [19,11]
select "city"."id", "city"."registry_number", "city"."code", "city"."district_id", "city"."name", "city"."latitude", "city"."longitude", "city"."geonames_id"
from "city"
where "city"."id" = any($1);

-- $1 = [7,3]
select "district"."id", "district"."iso3166", "district"."code", "district"."name"
from "district"
where "district"."id" = any($1);
