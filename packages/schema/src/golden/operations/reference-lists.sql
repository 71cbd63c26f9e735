select *
from "component"
order by "position";

select "district".*
from "district"
order by "district"."code";

-- $1 = "reintegration-ii"
-- $2 = "PRELIMINARY"
-- $3 = "PSYCHOSOCIAL"
-- $4 = 6
select "indicator".*
from "indicator"
where "indicator"."id" in (select "measurement"."indicator_id" from "measurement" inner join "project" on "project"."id" = "measurement"."project_id" inner join "measurement_revision" on "measurement_revision"."measurement_id" = "measurement"."id" where "project"."code" = $1 and "measurement_revision"."status" <> $2)
and "indicator"."component_code" = $3
order by "indicator"."code" asc
limit $4;

-- $1 = 1
select "version", "published_at"
from "publication"
order by "version" desc
limit $1;

-- $1 = "reintegration-ii"
-- $2 = "PRELIMINARY"
-- $3 = "PSYCHOSOCIAL"
select count(*)::int as "count"
from "indicator"
where "indicator"."id" in (select "measurement"."indicator_id" from "measurement" inner join "project" on "project"."id" = "measurement"."project_id" inner join "measurement_revision" on "measurement_revision"."measurement_id" = "measurement"."id" where "project"."code" = $1 and "measurement_revision"."status" <> $2)
and "indicator"."component_code" = $3;
