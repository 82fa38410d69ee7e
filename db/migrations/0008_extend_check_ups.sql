-- Instruments are put out of use and taken into use by date, their text is never touched; files as proof of a repair.
ALTER TABLE check_up_instruments ADD COLUMN offered_from date;

ALTER TABLE check_up_instruments ADD COLUMN withdrawn_on date;

CREATE TABLE check_up_proof_files (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  finding_id uuid NOT NULL,
  file_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);

ALTER TABLE check_up_proof_files ADD CONSTRAINT check_up_proof_files_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE check_up_proof_files ADD CONSTRAINT check_up_proof_files_finding_fk FOREIGN KEY (org_id, finding_id) REFERENCES check_up_findings (org_id, id) ON DELETE CASCADE;

ALTER TABLE check_up_proof_files ADD CONSTRAINT check_up_proof_files_file_fk FOREIGN KEY (org_id, file_id) REFERENCES files (org_id, id) ON DELETE RESTRICT;

CREATE INDEX check_up_proof_files_finding_id_idx ON check_up_proof_files (org_id, finding_id);

CREATE INDEX check_up_proof_files_file_id_idx ON check_up_proof_files (org_id, file_id);

ALTER TABLE check_up_proof_files ENABLE ROW LEVEL SECURITY;
ALTER TABLE check_up_proof_files FORCE ROW LEVEL SECURITY;
CREATE POLICY check_up_proof_files_org ON check_up_proof_files USING (org_id = current_setting('app.org_id')::uuid) WITH CHECK (org_id = current_setting('app.org_id')::uuid);
