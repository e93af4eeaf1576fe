-- What the database itself refuses, whoever asks.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE ON audit_log FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A pool may be lowered below what is sold (that only blocks new sales), but never grant past its capacity.
CREATE FUNCTION refuse_oversell() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.held + NEW.sold > NEW.capacity AND NEW.held + NEW.sold > OLD.held + OLD.sold THEN
    RAISE EXCEPTION 'pool % would exceed its capacity', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'pools_never_oversold';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER pools_never_oversold BEFORE UPDATE ON pools FOR EACH ROW EXECUTE FUNCTION refuse_oversell();
--> statement-breakpoint
-- A released claim stays released, so a place can come back only once.
CREATE FUNCTION refuse_revival() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'released' OR (OLD.state = 'sold' AND NEW.state = 'held') OR NEW.quantity <> OLD.quantity THEN
    RAISE EXCEPTION 'claim % is %', OLD.id, OLD.state USING ERRCODE = 'check_violation', CONSTRAINT = 'claims_forward_only';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER claims_forward_only BEFORE UPDATE ON claims FOR EACH ROW EXECUTE FUNCTION refuse_revival();
--> statement-breakpoint
-- Daily partitions of positions: made ahead, dropped when their day has passed the promise. Runs with the owner's rights.
CREATE FUNCTION keep_position_days(first_day date, last_day date, keep_from date) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  day date;
  old text;
  dropped integer := 0;
BEGIN
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
--> statement-breakpoint
REVOKE ALL ON FUNCTION keep_position_days(date, date, date) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION keep_position_days(date, date, date) TO qafila_platform;
