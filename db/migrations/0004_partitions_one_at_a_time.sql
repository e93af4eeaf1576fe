CREATE OR REPLACE FUNCTION keep_position_days(first_day date, last_day date, keep_from date) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  day date;
  old text;
  dropped integer := 0;
BEGIN
  -- Nodes that start at the same moment make the same days.
  PERFORM pg_advisory_xact_lock(7203);
  FOR day IN SELECT generate_series(first_day, last_day, interval '1 day')::date LOOP
    IF to_regclass(format('positions_%s', to_char(day, 'YYYYMMDD'))) IS NULL THEN
      EXECUTE format('CREATE TABLE positions_%s PARTITION OF positions FOR VALUES FROM (%L) TO (%L)',
        to_char(day, 'YYYYMMDD'), day::timestamp AT TIME ZONE 'UTC', (day + 1)::timestamp AT TIME ZONE 'UTC');
      EXECUTE format('CREATE INDEX ON positions_%s USING brin (at)', to_char(day, 'YYYYMMDD'));
    END IF;
  END LOOP;
  FOR old IN
    SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'positions'::regclass AND c.relname < format('positions_%s', to_char(keep_from, 'YYYYMMDD'))
  LOOP
    EXECUTE format('DROP TABLE %I', old);
    dropped := dropped + 1;
  END LOOP;
  RETURN dropped;
END $$;
