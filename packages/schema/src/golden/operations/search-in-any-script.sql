-- $1 = "Нови"
-- $2 = 21
select "city".*
from "city"
where strpos(concat_ws(chr(10), coalesce(search_text("city"."name"), '')), fold_text($1)) > 0
order by "city"."code" asc
limit $2;

-- $1 = "pazar"
-- $2 = 21
select "organization".*
from "organization"
where strpos(concat_ws(chr(10), coalesce(search_text("organization"."name"), '')), fold_text($1)) > 0
order by "organization"."code" asc
limit $2;

-- $1 = "RADIONICA"
-- $2 = 21
select "indicator".*
from "indicator"
where strpos(concat_ws(chr(10), coalesce(search_text("indicator"."name"), ''), coalesce(search_text("indicator"."definition"), '')), fold_text($1)) > 0
order by "indicator"."code" asc
limit $2;

-- $1 = "okrugli sto"
-- $2 = 21
select "activity"."id", "activity"."code", "activity"."type", "activity"."title"
from "activity"
where strpos(concat_ws(chr(10), coalesce(search_text("activity"."title"), '')), fold_text($1)) > 0
order by "activity"."code" asc
limit $2;

-- $1 = "%"
-- $2 = 21
select "project"."id", "project"."code", "project"."title"
from "project"
where strpos(concat_ws(chr(10), coalesce(search_text("project"."title"), '')), fold_text($1)) > 0
order by "project"."code" asc
limit $2;

-- $1 = "Нови"
select count(*)::int as "count"
from "city"
where strpos(concat_ws(chr(10), coalesce(search_text("city"."name"), '')), fold_text($1)) > 0;

-- $1 = "pazar"
select count(*)::int as "count"
from "organization"
where strpos(concat_ws(chr(10), coalesce(search_text("organization"."name"), '')), fold_text($1)) > 0;

-- $1 = "RADIONICA"
select count(*)::int as "count"
from "indicator"
where strpos(concat_ws(chr(10), coalesce(search_text("indicator"."name"), ''), coalesce(search_text("indicator"."definition"), '')), fold_text($1)) > 0;

-- $1 = "okrugli sto"
select count(*)::int as "count"
from "activity"
where strpos(concat_ws(chr(10), coalesce(search_text("activity"."title"), '')), fold_text($1)) > 0;

-- $1 = "%"
select count(*)::int as "count"
from "project"
where strpos(concat_ws(chr(10), coalesce(search_text("project"."title"), '')), fold_text($1)) > 0;
