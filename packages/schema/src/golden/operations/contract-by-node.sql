-- $1 = ["reintegration-ii"]
select "project".*
from "project"
where "project"."code" = any($1);
