-- The ledger's own guards: what no code of ours can get around.

-- Journals, entries and seals stay as they were written, whoever asks.
CREATE TRIGGER journals_append_only BEFORE UPDATE OR DELETE ON journals FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER entries_append_only BEFORE UPDATE OR DELETE ON entries FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER journal_seals_append_only BEFORE UPDATE OR DELETE ON journal_seals FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER journals_never_emptied BEFORE TRUNCATE ON journals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER entries_never_emptied BEFORE TRUNCATE ON entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER journal_seals_never_emptied BEFORE TRUNCATE ON journal_seals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- [R16] At the commit a journal has all its lines, and they sum to zero in each currency; so nobody can add to an old one.
CREATE FUNCTION judge_journal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  one record;
  journal journals%ROWTYPE;
  found_lines integer;
BEGIN
  IF TG_TABLE_NAME = 'journals' THEN
    SELECT * INTO journal FROM journals WHERE agency_id = NEW.agency_id AND id = NEW.id;
  ELSE
    SELECT * INTO journal FROM journals WHERE agency_id = NEW.agency_id AND id = NEW.journal_id;
  END IF;
  SELECT count(*) INTO found_lines FROM entries WHERE agency_id = journal.agency_id AND journal_id = journal.id;
  IF found_lines IS DISTINCT FROM journal.lines OR (journal.phase IN ('posted', 'pending')) IS DISTINCT FROM (journal.lines >= 2) THEN
    RAISE EXCEPTION 'journal % says % lines and has %', journal.id, journal.lines, found_lines
      USING ERRCODE = 'check_violation', CONSTRAINT = 'journals_whole';
  END IF;
  FOR one IN SELECT currency, sum(amount) AS rest FROM entries
    WHERE agency_id = journal.agency_id AND journal_id = journal.id GROUP BY currency HAVING sum(amount) <> 0
  LOOP
    RAISE EXCEPTION 'journal % is off by % %', journal.id, one.rest, one.currency
      USING ERRCODE = 'check_violation', CONSTRAINT = 'journals_sum_zero';
  END LOOP;
  -- [R17] What is taken back is taken back whole, account by account.
  IF journal.reverses IS NOT NULL AND EXISTS (
    SELECT 1 FROM entries WHERE agency_id = journal.agency_id AND journal_id IN (journal.id, journal.reverses)
    GROUP BY account_id HAVING sum(amount) <> 0
  ) THEN
    RAISE EXCEPTION 'journal % is no mirror of %', journal.id, journal.reverses
      USING ERRCODE = 'check_violation', CONSTRAINT = 'journals_mirror';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER journals_whole AFTER INSERT ON journals DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION judge_journal();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER entries_whole AFTER INSERT ON entries DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION judge_journal();
--> statement-breakpoint
-- [R22] Balances follow the entries here and nowhere else; the floor's check stands on the same row.
CREATE FUNCTION move_balances() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE accounts a SET
    balance = a.balance + m.posted,
    reserved = a.reserved + m.taken
  FROM (
    SELECT agency_id, account_id,
      coalesce(sum(amount) FILTER (WHERE phase = 'posted'), 0)::bigint AS posted,
      coalesce(-sum(amount) FILTER (WHERE phase = 'pending' AND amount < 0), 0)::bigint AS taken
    FROM written GROUP BY agency_id, account_id
  ) m
  WHERE a.agency_id = m.agency_id AND a.id = m.account_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER entries_move_balances AFTER INSERT ON entries REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION move_balances();
--> statement-breakpoint
-- [R21] Whoever ends a pending journal frees what it had set aside; that it ends once, its unique key says.
CREATE FUNCTION free_reserved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM journals WHERE agency_id = NEW.agency_id AND id = NEW.resolves AND phase = 'pending') THEN
    RAISE EXCEPTION 'journal % is not pending', NEW.resolves USING ERRCODE = 'check_violation', CONSTRAINT = 'journals_resolve_pending';
  END IF;
  UPDATE accounts a SET reserved = a.reserved - m.taken
  FROM (
    SELECT account_id, -sum(amount)::bigint AS taken FROM entries
    WHERE agency_id = NEW.agency_id AND journal_id = NEW.resolves AND amount < 0 GROUP BY account_id
  ) m
  WHERE a.agency_id = NEW.agency_id AND a.id = m.account_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER journals_free_reserved AFTER INSERT ON journals FOR EACH ROW WHEN (NEW.resolves IS NOT NULL)
  EXECUTE FUNCTION free_reserved();
--> statement-breakpoint
-- [R23] Two periods of one agency never share a day.
ALTER TABLE savings_periods ADD CONSTRAINT savings_periods_apart
  EXCLUDE USING gist (agency_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&);
