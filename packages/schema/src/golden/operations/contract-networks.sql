-- $1 = ["iris"]
select "network".*
from "network"
where "network"."code" = any($1);

-- $1 = [4]
select "source".*
from "source"
where "source"."id" = any($1);
