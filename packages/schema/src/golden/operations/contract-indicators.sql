-- $1 = 101
select "indicator".*
from "indicator"
order by "indicator"."code" asc
limit $1;

select count(*)::int as "count"
from "indicator";

select *
from "component"
order by "position";
