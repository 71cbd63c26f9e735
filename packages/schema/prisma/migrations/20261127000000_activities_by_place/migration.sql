-- Pages of a city's activities of a kind, by code, and how many there are, are read from one index.

CREATE INDEX activity_city_id_type_code_idx ON activity (city_id, type, code);
DROP INDEX activity_city_id_idx;
