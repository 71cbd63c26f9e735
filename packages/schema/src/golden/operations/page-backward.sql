-- $1 = "pirotski"
-- $2 = "pirot"
-- $3 = 4
select "city".*
from "city"
where "city"."district_id" = (select "district"."id" from "district" where "district"."code" = $1)
and "city"."code" < $2
order by "city"."code" desc
limit $3;

-- $1 = "pirotski"
select count(*)::int as "count"
from "city"
where "city"."district_id" = (select "district"."id" from "district" where "district"."code" = $1);
