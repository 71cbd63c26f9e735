-- $1 = "reintegration-ii"
-- $2 = 1
select "statistics_release".*
from "statistics_release"
inner join "project" on "project"."id" = "statistics_release"."project_id"
where "project"."code" = $1
order by "statistics_release"."number" desc
limit $2;

-- $1 = "reintegration-ii"
select "statistics_release".*
from "statistics_release"
inner join "project" on "project"."id" = "statistics_release"."project_id"
where "project"."code" = $1
order by "statistics_release"."number" desc;
