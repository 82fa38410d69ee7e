-- Legal aid: clinics, cases and the people in them.
-- What a clinic came to; it is a visit and is planned as one.
CREATE TABLE clinics (
  org_id uuid NOT NULL,
  visit_id uuid NOT NULL,
  recorded_by uuid,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, visit_id)
);

CREATE TABLE clinic_questions (
  org_id uuid NOT NULL,
  visit_id uuid NOT NULL,
  topic text NOT NULL,
  asked int NOT NULL CHECK (asked BETWEEN 0 AND 5000),
  answered int NOT NULL CHECK (answered >= 0),
  CHECK (answered <= asked),
  PRIMARY KEY (org_id, visit_id, topic)
);

CREATE TABLE clinic_pamphlets (
  org_id uuid NOT NULL,
  visit_id uuid NOT NULL,
  title text NOT NULL,
  copies int NOT NULL CHECK (copies BETWEEN 1 AND 50000),
  PRIMARY KEY (org_id, visit_id, title)
);

-- The last number given in a year; the row is the lock under which the next is given.
CREATE TABLE case_years (
  org_id uuid NOT NULL,
  year int NOT NULL,
  last int NOT NULL,
  PRIMARY KEY (org_id, year)
);

-- sealed holds what the person told, under the case's own key, which is wrapped by the server's.
CREATE TABLE cases (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  year int NOT NULL,
  ordinal int NOT NULL,
  status text NOT NULL CHECK (status IN ('received', 'open', 'closed')),
  channel text NOT NULL CHECK (channel IN ('phone', 'clinic', 'console', 'paper', 'import')),
  path text CHECK (path IN ('advice', 'drafting', 'mediation', 'arbitration', 'court')),
  topic text NOT NULL CHECK (topic IN ('wages', 'termination', 'contract', 'overtime', 'leave', 'injury', 'insurance', 'women', 'other')),
  clinic_visit_id uuid,
  enterprise_id uuid,
  employer text NOT NULL,
  still_employed boolean,
  left_on date,
  written_contract boolean,
  injured boolean NOT NULL DEFAULT false,
  pregnant boolean NOT NULL DEFAULT false,
  people_unpaid int NOT NULL DEFAULT 0 CHECK (people_unpaid >= 0),
  received_on date NOT NULL,
  accepted_on date,
  closed_on date,
  wrapped_key bytea NOT NULL,
  sealed bytea NOT NULL,
  follow_hash text NOT NULL,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, year, ordinal),
  UNIQUE (org_id, follow_hash)
);

-- Names, phones and facts are in sealed. A round ends with an answer; a call-back that says no begins the next.
CREATE TABLE case_claimants (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  ordinal int NOT NULL,
  sealed bytea NOT NULL,
  outcome text CHECK (outcome IN ('advised', 'drafted', 'settled', 'mediated', 'awarded', 'judged', 'withdrawn', 'not_supported', 'not_accepted', 'referred')),
  no_amount_reason text,
  round int NOT NULL DEFAULT 1,
  callback_due_on date,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, case_id, ordinal)
);

CREATE TABLE case_amounts (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  claimant_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('economic_compensation', 'damages', 'wages', 'double_wage', 'overtime', 'leave', 'injury_disability', 'injury_medical', 'injury_employment', 'injury_wage', 'death', 'other')),
  payer text NOT NULL CHECK (payer IN ('employer', 'fund', 'other')),
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  basis text NOT NULL DEFAULT '',
  agreed_on date NOT NULL,
  paid_on date,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);

CREATE TABLE case_answers (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  claimant_id uuid NOT NULL,
  round int NOT NULL,
  sealed bytea NOT NULL,
  delivered_on date,
  delivered_by text CHECK (delivered_by IN ('in_person', 'phone', 'letter', 'message')),
  answered_by uuid,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CHECK ((delivered_on IS NULL) = (delivered_by IS NULL)),
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, claimant_id, round)
);

CREATE TABLE case_callbacks (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  claimant_id uuid NOT NULL,
  round int NOT NULL,
  called_on date NOT NULL,
  reached boolean NOT NULL,
  settled boolean,
  sealed bytea NOT NULL,
  called_by uuid,
  CHECK ((settled IS NULL) <> reached),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);

-- Who works on a case; one removed sees nothing of it from then on.
CREATE TABLE case_people (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  person_id uuid NOT NULL,
  duty text NOT NULL CHECK (duty IN ('lawyer', 'mediator', 'clerk')),
  assigned_at timestamptz NOT NULL,
  removed_at timestamptz,
  PRIMARY KEY (org_id, id)
);

-- Employers a lawyer acts for, or has a tie to.
CREATE TABLE lawyer_ties (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  employer text NOT NULL,
  enterprise_id uuid,
  note text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);

CREATE TABLE case_steps (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('mediation_asked', 'mediated', 'arbitration_asked', 'arbitration_docketed', 'arbitration_prolonged', 'award_served', 'suit_filed', 'judgment_served', 'note')),
  happened_on date NOT NULL,
  sealed bytea NOT NULL,
  recorded_by uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);

CREATE TABLE case_evidence (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  claimant_id uuid,
  state text NOT NULL CHECK (state IN ('have', 'can_get', 'cannot_get')),
  sealed bytea NOT NULL,
  file_id uuid,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);

-- Every look at a case; kept, never shortened.
CREATE TABLE case_views (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  person_id uuid NOT NULL,
  what text NOT NULL CHECK (what IN ('case', 'file', 'document')),
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, id)
);

ALTER TABLE clinics ADD CONSTRAINT clinics_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE clinic_questions ADD CONSTRAINT clinic_questions_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE clinic_pamphlets ADD CONSTRAINT clinic_pamphlets_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE case_years ADD CONSTRAINT case_years_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE cases ADD CONSTRAINT cases_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE case_claimants ADD CONSTRAINT case_claimants_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE case_amounts ADD CONSTRAINT case_amounts_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE case_answers ADD CONSTRAINT case_answers_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE case_callbacks ADD CONSTRAINT case_callbacks_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE case_people ADD CONSTRAINT case_people_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE lawyer_ties ADD CONSTRAINT lawyer_ties_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE case_steps ADD CONSTRAINT case_steps_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE case_evidence ADD CONSTRAINT case_evidence_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE case_views ADD CONSTRAINT case_views_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE clinics ADD CONSTRAINT clinics_visit_fk FOREIGN KEY (org_id, visit_id) REFERENCES visits (org_id, id) ON DELETE CASCADE;

ALTER TABLE clinic_questions ADD CONSTRAINT clinic_questions_clinic_fk FOREIGN KEY (org_id, visit_id) REFERENCES clinics (org_id, visit_id) ON DELETE CASCADE;

ALTER TABLE clinic_pamphlets ADD CONSTRAINT clinic_pamphlets_clinic_fk FOREIGN KEY (org_id, visit_id) REFERENCES clinics (org_id, visit_id) ON DELETE CASCADE;

ALTER TABLE cases ADD CONSTRAINT cases_enterprise_fk FOREIGN KEY (org_id, enterprise_id) REFERENCES enterprises (org_id, id) ON DELETE RESTRICT;

ALTER TABLE cases ADD CONSTRAINT cases_clinic_visit_fk FOREIGN KEY (org_id, clinic_visit_id) REFERENCES visits (org_id, id) ON DELETE RESTRICT;

ALTER TABLE case_claimants ADD CONSTRAINT case_claimants_case_fk FOREIGN KEY (org_id, case_id) REFERENCES cases (org_id, id) ON DELETE CASCADE;

ALTER TABLE case_amounts ADD CONSTRAINT case_amounts_claimant_fk FOREIGN KEY (org_id, claimant_id) REFERENCES case_claimants (org_id, id) ON DELETE CASCADE;

ALTER TABLE case_answers ADD CONSTRAINT case_answers_claimant_fk FOREIGN KEY (org_id, claimant_id) REFERENCES case_claimants (org_id, id) ON DELETE CASCADE;

ALTER TABLE case_callbacks ADD CONSTRAINT case_callbacks_claimant_fk FOREIGN KEY (org_id, claimant_id) REFERENCES case_claimants (org_id, id) ON DELETE CASCADE;

ALTER TABLE case_people ADD CONSTRAINT case_people_case_fk FOREIGN KEY (org_id, case_id) REFERENCES cases (org_id, id) ON DELETE CASCADE;

ALTER TABLE case_people ADD CONSTRAINT case_people_person_fk FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id) ON DELETE RESTRICT;

ALTER TABLE lawyer_ties ADD CONSTRAINT lawyer_ties_person_fk FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id) ON DELETE CASCADE;

ALTER TABLE lawyer_ties ADD CONSTRAINT lawyer_ties_enterprise_fk FOREIGN KEY (org_id, enterprise_id) REFERENCES enterprises (org_id, id) ON DELETE RESTRICT;

ALTER TABLE case_steps ADD CONSTRAINT case_steps_case_fk FOREIGN KEY (org_id, case_id) REFERENCES cases (org_id, id) ON DELETE CASCADE;

ALTER TABLE case_evidence ADD CONSTRAINT case_evidence_case_fk FOREIGN KEY (org_id, case_id) REFERENCES cases (org_id, id) ON DELETE CASCADE;

ALTER TABLE case_evidence ADD CONSTRAINT case_evidence_claimant_fk FOREIGN KEY (org_id, claimant_id) REFERENCES case_claimants (org_id, id) ON DELETE RESTRICT;

ALTER TABLE case_evidence ADD CONSTRAINT case_evidence_file_fk FOREIGN KEY (org_id, file_id) REFERENCES files (org_id, id) ON DELETE RESTRICT;

ALTER TABLE case_views ADD CONSTRAINT case_views_case_fk FOREIGN KEY (org_id, case_id) REFERENCES cases (org_id, id) ON DELETE CASCADE;

CREATE INDEX cases_status_received_on_idx ON cases (org_id, status, received_on);

CREATE INDEX cases_enterprise_id_idx ON cases (org_id, enterprise_id);

CREATE INDEX cases_clinic_visit_id_idx ON cases (org_id, clinic_visit_id);

CREATE INDEX case_claimants_callback_due_on_idx ON case_claimants (org_id, callback_due_on);

CREATE INDEX case_amounts_claimant_id_idx ON case_amounts (org_id, claimant_id);

CREATE INDEX case_callbacks_claimant_id_idx ON case_callbacks (org_id, claimant_id);

CREATE INDEX case_people_case_id_idx ON case_people (org_id, case_id);

CREATE INDEX case_people_person_id_idx ON case_people (org_id, person_id);

CREATE INDEX lawyer_ties_person_id_idx ON lawyer_ties (org_id, person_id);

CREATE INDEX lawyer_ties_enterprise_id_idx ON lawyer_ties (org_id, enterprise_id);

CREATE INDEX case_steps_case_id_idx ON case_steps (org_id, case_id);

CREATE INDEX case_evidence_case_id_idx ON case_evidence (org_id, case_id);

CREATE INDEX case_evidence_claimant_id_idx ON case_evidence (org_id, claimant_id);

CREATE INDEX case_evidence_file_id_idx ON case_evidence (org_id, file_id);

CREATE INDEX case_views_case_id_idx ON case_views (org_id, case_id);

-- One duty of one person at a time.
CREATE UNIQUE INDEX case_people_standing_idx ON case_people (org_id, case_id, person_id) WHERE removed_at IS NULL;

ALTER TABLE clinics ENABLE ROW LEVEL SECURITY;
ALTER TABLE clinics FORCE ROW LEVEL SECURITY;
CREATE POLICY clinics_org ON clinics USING (org_id = current_setting('app.org_id')::uuid) WITH CHECK (org_id = current_setting('app.org_id')::uuid);
ALTER TABLE clinic_questions ENABLE ROW LEVEL SECURITY;
ALTER TABLE clinic_questions FORCE ROW LEVEL SECURITY;
CREATE POLICY clinic_questions_org ON clinic_questions USING (org_id = current_setting('app.org_id')::uuid) WITH CHECK (org_id = current_setting('app.org_id')::uuid);
ALTER TABLE clinic_pamphlets ENABLE ROW LEVEL SECURITY;
ALTER TABLE clinic_pamphlets FORCE ROW LEVEL SECURITY;
CREATE POLICY clinic_pamphlets_org ON clinic_pamphlets USING (org_id = current_setting('app.org_id')::uuid) WITH CHECK (org_id = current_setting('app.org_id')::uuid);
ALTER TABLE case_years ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_years FORCE ROW LEVEL SECURITY;
CREATE POLICY case_years_org ON case_years USING (org_id = current_setting('app.org_id')::uuid) WITH CHECK (org_id = current_setting('app.org_id')::uuid);
ALTER TABLE cases ENABLE ROW LEVEL SECURITY;
ALTER TABLE cases FORCE ROW LEVEL SECURITY;
CREATE POLICY cases_org ON cases USING (org_id = current_setting('app.org_id')::uuid) WITH CHECK (org_id = current_setting('app.org_id')::uuid);
ALTER TABLE case_claimants ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_claimants FORCE ROW LEVEL SECURITY;
CREATE POLICY case_claimants_org ON case_claimants USING (org_id = current_setting('app.org_id')::uuid) WITH CHECK (org_id = current_setting('app.org_id')::uuid);
ALTER TABLE case_amounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_amounts FORCE ROW LEVEL SECURITY;
CREATE POLICY case_amounts_org ON case_amounts USING (org_id = current_setting('app.org_id')::uuid) WITH CHECK (org_id = current_setting('app.org_id')::uuid);
ALTER TABLE case_answers ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_answers FORCE ROW LEVEL SECURITY;
CREATE POLICY case_answers_org ON case_answers USING (org_id = current_setting('app.org_id')::uuid) WITH CHECK (org_id = current_setting('app.org_id')::uuid);
ALTER TABLE case_callbacks ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_callbacks FORCE ROW LEVEL SECURITY;
CREATE POLICY case_callbacks_org ON case_callbacks USING (org_id = current_setting('app.org_id')::uuid) WITH CHECK (org_id = current_setting('app.org_id')::uuid);
ALTER TABLE case_people ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_people FORCE ROW LEVEL SECURITY;
CREATE POLICY case_people_org ON case_people USING (org_id = current_setting('app.org_id')::uuid) WITH CHECK (org_id = current_setting('app.org_id')::uuid);
ALTER TABLE lawyer_ties ENABLE ROW LEVEL SECURITY;
ALTER TABLE lawyer_ties FORCE ROW LEVEL SECURITY;
CREATE POLICY lawyer_ties_org ON lawyer_ties USING (org_id = current_setting('app.org_id')::uuid) WITH CHECK (org_id = current_setting('app.org_id')::uuid);
ALTER TABLE case_steps ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_steps FORCE ROW LEVEL SECURITY;
CREATE POLICY case_steps_org ON case_steps USING (org_id = current_setting('app.org_id')::uuid) WITH CHECK (org_id = current_setting('app.org_id')::uuid);
ALTER TABLE case_evidence ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_evidence FORCE ROW LEVEL SECURITY;
CREATE POLICY case_evidence_org ON case_evidence USING (org_id = current_setting('app.org_id')::uuid) WITH CHECK (org_id = current_setting('app.org_id')::uuid);
ALTER TABLE case_views ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_views FORCE ROW LEVEL SECURITY;
CREATE POLICY case_views_org ON case_views USING (org_id = current_setting('app.org_id')::uuid) WITH CHECK (org_id = current_setting('app.org_id')::uuid);
