-- $1 = ["reintegration-ii"]
select "project"."id", "project"."code", "project"."title"
from "project"
where "project"."code" = any($1);

-- $1 = [1]
select "district"."code", "district"."name", "project_district"."project_id"
from "project_district"
inner join "district" on "district"."id" = "project_district"."district_id"
where "project_district"."project_id" = any($1)
order by "district"."code";

-- $1 = [1]
select "city"."code", "city"."name", "project_city"."project_id"
from "project_city"
inner join "city" on "city"."id" = "project_city"."city_id"
where "project_city"."project_id" = any($1)
order by "city"."code";

-- $1 = [1]
select "participation"."project_id", "participation"."organization_id", "participation"."role", "participation"."component_code"
from "participation"
where "participation"."project_id" = any($1)
order by "participation"."position", "participation"."id";

-- $1 = [1]
select "budget".*
from "budget"
inner join "city" on "city"."id" = "budget"."city_id"
where "budget"."project_id" = any($1)
order by "city"."code", "budget"."currency";

-- $1 = [1,2,3,4,5,6]
select "organization"."id", "organization"."code", "organization"."name", "organization"."acronym"
from "organization"
where "organization"."id" = any($1);

select *
from "component"
order by "position";

-- $1 = [11,1]
select "city"."id", "city"."registry_number", "city"."code", "city"."district_id", "city"."name", "city"."latitude", "city"."longitude", "city"."geonames_id"
from "city"
where "city"."id" = any($1);

-- $1 = [2,1]
select "source".*, "budget_source"."budget_id"
from "budget_source"
inner join "source" on "source"."id" = "budget_source"."source_id"
where "budget_source"."budget_id" = any($1)
order by "budget_source"."position";
