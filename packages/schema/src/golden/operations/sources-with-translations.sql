-- $1 = 21
select "source".*
from "source"
order by "source"."code" asc
limit $1;

select count(*)::int as "count"
from "source";

-- $1 = [5,4,2,3,1]
select "source".*
from "source"
where "source"."translation_of_id" = any($1)
order by "source"."code";

-- $1 = [2]
select "source".*
from "source"
where "source"."id" = any($1);
