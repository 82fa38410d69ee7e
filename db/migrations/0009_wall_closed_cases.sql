-- A closed case is whole by the rows themselves: closing it carries its status to each person in it (case_status), and
-- the person's row then has to point at a delivered answer of the round and at an amount or a reason.
ALTER TABLE cases NO FORCE ROW LEVEL SECURITY;
ALTER TABLE case_claimants NO FORCE ROW LEVEL SECURITY;
ALTER TABLE case_answers NO FORCE ROW LEVEL SECURITY;
ALTER TABLE case_amounts NO FORCE ROW LEVEL SECURITY;
ALTER TABLE case_answers ADD COLUMN delivered boolean;
UPDATE case_answers SET delivered = delivered_on IS NOT NULL;
ALTER TABLE case_answers ALTER COLUMN delivered SET NOT NULL;
ALTER TABLE case_answers ADD CONSTRAINT case_answers_delivered_check CHECK (delivered = (delivered_on IS NOT NULL));
ALTER TABLE case_answers ADD CONSTRAINT case_answers_delivered_key UNIQUE (org_id, claimant_id, round, delivered);
ALTER TABLE case_amounts ADD CONSTRAINT case_amounts_claimant_key UNIQUE (org_id, claimant_id, id);
ALTER TABLE cases ADD COLUMN closed_with int;
ALTER TABLE cases ADD CONSTRAINT cases_status_key UNIQUE (org_id, id, status);
ALTER TABLE case_claimants ADD COLUMN case_status text;
ALTER TABLE case_claimants ADD COLUMN answered_round int;
-- True wherever it is set: with it the answer that is pointed at has to be a delivered one.
ALTER TABLE case_claimants ADD COLUMN answer_delivered boolean NOT NULL DEFAULT true CHECK (answer_delivered);
ALTER TABLE case_claimants ADD COLUMN stated_amount_id uuid;
UPDATE cases SET closed_with = (SELECT min(p.ordinal) FROM case_claimants p WHERE p.org_id = cases.org_id AND p.case_id = cases.id) WHERE status = 'closed';
UPDATE case_claimants SET
  case_status = (SELECT c.status FROM cases c WHERE c.org_id = case_claimants.org_id AND c.id = case_claimants.case_id),
  answered_round = (SELECT a.round FROM case_answers a WHERE a.org_id = case_claimants.org_id AND a.claimant_id = case_claimants.id AND a.round = case_claimants.round AND a.delivered),
  stated_amount_id = (SELECT a.id FROM case_amounts a WHERE a.org_id = case_claimants.org_id AND a.claimant_id = case_claimants.id ORDER BY a.id LIMIT 1);
ALTER TABLE case_claimants ALTER COLUMN case_status SET NOT NULL;
ALTER TABLE case_claimants ADD CONSTRAINT case_claimants_case_status_check CHECK (case_status IN ('received', 'open', 'closed'));
ALTER TABLE case_claimants ADD CONSTRAINT case_claimants_whole_check CHECK (
  case_status <> 'closed' OR (
    outcome IS NOT NULL
    AND coalesce(answered_round, 0) = round
    AND (outcome NOT IN ('settled', 'mediated', 'awarded', 'judged') OR stated_amount_id IS NOT NULL OR btrim(coalesce(no_amount_reason, '')) <> '')
  )
);
ALTER TABLE cases ADD CONSTRAINT cases_closed_check CHECK (
  (status = 'closed') = (closed_on IS NOT NULL) AND (status = 'closed') = (closed_with IS NOT NULL)
);
ALTER TABLE cases ADD CONSTRAINT cases_closed_with_fk FOREIGN KEY (org_id, id, closed_with) REFERENCES case_claimants (org_id, case_id, ordinal) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE case_claimants ADD CONSTRAINT case_claimants_status_fk FOREIGN KEY (org_id, case_id, case_status) REFERENCES cases (org_id, id, status) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE case_claimants ADD CONSTRAINT case_claimants_answer_fk FOREIGN KEY (org_id, id, answered_round, answer_delivered) REFERENCES case_answers (org_id, claimant_id, round, delivered) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE case_claimants ADD CONSTRAINT case_claimants_amount_fk FOREIGN KEY (org_id, id, stated_amount_id) REFERENCES case_amounts (org_id, claimant_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE cases FORCE ROW LEVEL SECURITY;
ALTER TABLE case_claimants FORCE ROW LEVEL SECURITY;
ALTER TABLE case_answers FORCE ROW LEVEL SECURITY;
ALTER TABLE case_amounts FORCE ROW LEVEL SECURITY;
