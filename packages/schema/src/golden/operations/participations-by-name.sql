-- $1 = 21
select "project"."id", "project"."code", "project"."title"
from "project"
order by "project"."code" asc
limit $1;

-- $1 = 1
-- $2 = [1]
select "participation"."project_id", "participation"."role", "named"."organization_code", "named"."organization_name"
from "participation"
inner join lateral (select "organization"."code" as "organization_code", "organization"."name" as "organization_name" from "organization" where "organization"."id" = "participation"."organization_id" limit $1) as "named" on true
where "participation"."project_id" = any($2)
order by "participation"."position", "participation"."id";
