-- $1 = "krusevac"
-- $2 = 51
select "city".*
from "city"
where strpos(concat_ws(chr(10), coalesce(search_text("city"."name"), '')), fold_text($1)) > 0
order by "city"."code" asc
limit $2;

select "district".*
from "district"
order by "district"."code";

-- $1 = "krusevac"
select count(*)::int as "count"
from "city"
where strpos(concat_ws(chr(10), coalesce(search_text("city"."name"), '')), fold_text($1)) > 0;

-- $1 = [7,5,1,2,3,6,4]
select "city".*
from "city"
where "city"."district_id" = any($1)
order by "city"."code";

-- $1 = [2]
select "district"."id", "district"."iso3166", "district"."code", "district"."name"
from "district"
where "district"."id" = any($1);
