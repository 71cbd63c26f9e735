-- $1 = "reintegracija"
-- $2 = 11
select "project"."id", "project"."code", "project"."title", "project"."status", "project"."is_synthetic", "project"."target_groups"
from "project"
where strpos(concat_ws(chr(10), coalesce(search_text("project"."title"), '')), fold_text($1)) > 0
order by "project"."code" asc
limit $2;

-- $1 = "reintegracija"
select count(*)::int as "count"
from "project"
where strpos(concat_ws(chr(10), coalesce(search_text("project"."title"), '')), fold_text($1)) > 0;

-- $1 = [1]
select "source".*, "project_date_source"."project_id"
from "project_date_source"
inner join "source" on "source"."id" = "project_date_source"."source_id"
where "project_date_source"."project_id" = any($1)
order by "source"."code";

-- $1 = [1]
select "project_component".*
from "project_component"
inner join "component" on "component"."code" = "project_component"."component_code"
where "project_component"."project_id" = any($1)
order by "component"."position";

-- $1 = [1]
select "district"."id", "district"."code", "district"."name", "project_district"."project_id"
from "project_district"
inner join "district" on "district"."id" = "project_district"."district_id"
where "project_district"."project_id" = any($1)
order by "district"."code";

-- $1 = [1]
select "city"."code", "city"."district_id", "city"."name", "project_city"."project_id"
from "project_city"
inner join "city" on "city"."id" = "project_city"."city_id"
where "project_city"."project_id" = any($1)
order by "city"."code";

-- $1 = [1]
select "participation"."project_id", "participation"."organization_id", "participation"."role", "participation"."component_code", "participation"."source_id"
from "participation"
where "participation"."project_id" = any($1)
order by "participation"."position", "participation"."id";

-- $1 = [1]
select "budget".*
from "budget"
inner join "city" on "city"."id" = "budget"."city_id"
where "budget"."project_id" = any($1)
order by "city"."code", "budget"."currency";

select *
from "component"
order by "position";

-- $1 = [1,2,3]
select "city".*
from "city"
where "city"."district_id" = any($1)
order by "city"."code";

-- $1 = [1,2,3]
select "district"."id", "district"."iso3166", "district"."code", "district"."name"
from "district"
where "district"."id" = any($1);

-- $1 = [1,2,3,4,5,6]
select "organization"."id", "organization"."code", "organization"."name", "organization"."kind", "organization"."country", "organization"."seat_id"
from "organization"
where "organization"."id" = any($1);

-- $1 = [1,4,2]
select "source".*
from "source"
where "source"."id" = any($1);

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

-- $1 = [1,2,3]
select "district"."id", "district"."iso3166", "district"."code", "district"."name"
from "district"
where "district"."id" = any($1);

-- $1 = [4,2,3]
select "source".*
from "source"
where "source"."translation_of_id" = any($1)
order by "source"."code";

-- $1 = [19]
select "city"."id", "city"."registry_number", "city"."code", "city"."district_id", "city"."name", "city"."latitude", "city"."longitude", "city"."geonames_id"
from "city"
where "city"."id" = any($1);
