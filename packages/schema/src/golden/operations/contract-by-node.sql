-- $1 = ["reintegration-ii"]
select "project"."id", "project"."code", "project"."title", "project"."starts_on", "project"."ends_on", "project"."starts_on_note", "project"."ends_on_note", "project"."cities_note", "project"."status", "project"."is_synthetic", "project"."target_groups"
from "project"
where "project"."code" = any($1);
