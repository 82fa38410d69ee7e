-- Tables of the county, its people and its visits. Keys and overlaps follow docs/architecture.md, "Data".

CREATE TABLE orgs (
  id uuid NOT NULL,
  name text NOT NULL,
  union_name text NOT NULL,
  level text NOT NULL CHECK (level IN ('county', 'city', 'province', 'nation')),
  path text NOT NULL,
  demo boolean NOT NULL DEFAULT false,
  demo_date date,
created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (id),
  UNIQUE (path)
);

CREATE TABLE calendar_years (
  year int NOT NULL,
  holidays date[] NOT NULL,
  workdays date[] NOT NULL,
  source text NOT NULL,
created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (year)
);

CREATE TABLE auth_users (
  id text NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  "emailVerified" boolean NOT NULL DEFAULT false,
  image text,
  username text,
  "displayUsername" text,
  "orgId" uuid NOT NULL,
  "personId" uuid NOT NULL,
  "createdAt" timestamptz NOT NULL DEFAULT now(),
  "updatedAt" timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (id),
  UNIQUE (email),
  UNIQUE (username)
);

CREATE TABLE auth_sessions (
  id text NOT NULL,
  "userId" text NOT NULL,
  token text NOT NULL,
  "expiresAt" timestamptz NOT NULL,
  "ipAddress" text,
  "userAgent" text,
  "createdAt" timestamptz NOT NULL DEFAULT now(),
  "updatedAt" timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (id),
  UNIQUE (token)
);

CREATE TABLE auth_accounts (
  id text NOT NULL,
  "userId" text NOT NULL,
  "accountId" text NOT NULL,
  "providerId" text NOT NULL,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz NOT NULL DEFAULT now(),
  "updatedAt" timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (id)
);

CREATE TABLE auth_verifications (
  id text NOT NULL,
  identifier text NOT NULL,
  value text NOT NULL,
  "expiresAt" timestamptz NOT NULL,
  "createdAt" timestamptz NOT NULL DEFAULT now(),
  "updatedAt" timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (id)
);

CREATE TABLE people (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  phone text,
  email text,
  wants_mail boolean NOT NULL DEFAULT true,
  invented boolean NOT NULL DEFAULT false,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);

CREATE TABLE role_grants (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('admin', 'chair', 'staff', 'leader', 'member', 'contact', 'worker')),
  enterprise_id uuid,
  team_id uuid,
  granted_by uuid,
  revoked_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);

CREATE TABLE townships (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  longitude double precision NOT NULL,
  latitude double precision NOT NULL,
  point_source text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, name)
);

CREATE TABLE enterprises (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  credit_code text NOT NULL,
  township_id uuid NOT NULL,
  industry text NOT NULL,
  headcount int NOT NULL CHECK (headcount >= 0),
  pilot_level text NOT NULL CHECK (pilot_level IN ('national', 'province', 'city', 'county')),
  contact_name text NOT NULL,
  contact_phone text NOT NULL,
  longitude double precision NOT NULL,
  latitude double precision NOT NULL,
  point_source text NOT NULL CHECK (point_source IN ('township', 'import', 'operator')),
  shift_text text NOT NULL DEFAULT '',
  visits_per_month int NOT NULL DEFAULT 2 CHECK (visits_per_month BETWEEN 0 AND 31),
  min_days_between int NOT NULL DEFAULT 7 CHECK (min_days_between BETWEEN 0 AND 90),
  coverage_value int NOT NULL DEFAULT 30 CHECK (coverage_value >= 0),
  phones_allowed boolean NOT NULL DEFAULT true,
  invented boolean NOT NULL DEFAULT false,
  archived_at timestamptz,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, credit_code)
);

CREATE TABLE gap_patterns (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  enterprise_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('break', 'handover', 'office')),
  weekdays smallint[] NOT NULL,
  from_minute int NOT NULL,
  to_minute int NOT NULL,
  shift_name text,
  CHECK (from_minute >= 0 AND from_minute < to_minute AND to_minute <= 1440),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);

CREATE TABLE gap_exceptions (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  enterprise_id uuid NOT NULL,
  date date NOT NULL,
  effect text NOT NULL CHECK (effect IN ('closed', 'added', 'replaced')),
  kind text CHECK (kind IN ('break', 'handover', 'office')),
  from_minute int,
  to_minute int,
  note text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);

CREATE TABLE quiet_seasons (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  enterprise_id uuid NOT NULL,
  from_date date NOT NULL,
  to_date date NOT NULL,
  reason text NOT NULL DEFAULT '',
  kind text NOT NULL CHECK (kind IN ('quiet', 'freeze')),
  CHECK (from_date <= to_date),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);

CREATE TABLE squads (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('culture', 'skills', 'rights')),
  name text NOT NULL,
  purpose text NOT NULL DEFAULT '',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, kind)
);

CREATE TABLE teams (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  squad_id uuid NOT NULL,
  name text NOT NULL,
  base_name text NOT NULL,
  base_longitude double precision NOT NULL,
  base_latitude double precision NOT NULL,
  max_visits_per_day int NOT NULL DEFAULT 3,
  max_visits_per_month int,
  active boolean NOT NULL DEFAULT true,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, name)
);

CREATE TABLE activity_kinds (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  squad_kind text NOT NULL CHECK (squad_kind IN ('culture', 'skills', 'rights')),
  name text NOT NULL,
  description text NOT NULL DEFAULT '',
  counts_as text NOT NULL CHECK (counts_as IN ('talk', 'show', 'reading', 'advice', 'clinic', 'training', 'other')),
  minutes int NOT NULL CHECK (minutes BETWEEN 5 AND 480),
  setup_minutes int NOT NULL DEFAULT 0 CHECK (setup_minutes BETWEEN 0 AND 240),
  gap_kinds text[] NOT NULL,
  value int NOT NULL CHECK (value > 0),
  active boolean NOT NULL DEFAULT true,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, name)
);

CREATE TABLE team_kinds (
  org_id uuid NOT NULL,
  team_id uuid NOT NULL,
  activity_kind_id uuid NOT NULL,
  PRIMARY KEY (org_id, team_id, activity_kind_id)
);

CREATE TABLE team_shifts (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  team_id uuid NOT NULL,
  weekdays smallint[] NOT NULL,
  from_minute int NOT NULL,
  to_minute int NOT NULL,
  CHECK (from_minute >= 0 AND from_minute < to_minute AND to_minute <= 1440),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);

CREATE TABLE team_shift_exceptions (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  team_id uuid NOT NULL,
  date date NOT NULL,
  off boolean NOT NULL,
  from_minute int,
  to_minute int,
  reason text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, team_id, date)
);

CREATE TABLE members (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  team_id uuid NOT NULL,
  title text NOT NULL DEFAULT '',
  skills text[] NOT NULL DEFAULT '{}',
  lead boolean NOT NULL DEFAULT false,
  active boolean NOT NULL DEFAULT true,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, team_id, person_id)
);

CREATE TABLE member_availability (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  member_id uuid NOT NULL,
  weekdays smallint[] NOT NULL,
  from_minute int NOT NULL,
  to_minute int NOT NULL,
  CHECK (from_minute >= 0 AND from_minute < to_minute AND to_minute <= 1440),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);

CREATE TABLE member_absences (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  member_id uuid NOT NULL,
  from_date date NOT NULL,
  to_date date NOT NULL,
  reason text NOT NULL DEFAULT '',
  CHECK (from_date <= to_date),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);

CREATE TABLE partner_orgs (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  squad_id uuid NOT NULL,
  contact_name text NOT NULL DEFAULT '',
  contact_phone text NOT NULL DEFAULT '',
  note text NOT NULL DEFAULT '',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, name)
);

CREATE TABLE standing_needs (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  activity_kind_id uuid NOT NULL,
  enterprise_id uuid,
  pilot_level text CHECK (pilot_level IN ('national', 'province', 'city', 'county')),
  every_months int NOT NULL CHECK (every_months BETWEEN 1 AND 24),
  value int NOT NULL CHECK (value > 0),
  active boolean NOT NULL DEFAULT true,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);

CREATE TABLE requests (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  enterprise_id uuid NOT NULL,
  activity_kind_id uuid NOT NULL,
  source text NOT NULL CHECK (source IN ('enterprise', 'staff', 'standing', 'follow_up')),
  minutes int NOT NULL CHECK (minutes BETWEEN 5 AND 480),
  earliest_on date NOT NULL,
  latest_on date NOT NULL,
  value int NOT NULL CHECK (value > 0),
  wish text NOT NULL DEFAULT '',
  expected_heads int,
  team_id uuid,
  standing_need_id uuid,
  follows_visit_id uuid,
  after_request_id uuid,
  after_min_days int NOT NULL DEFAULT 0,
  status text NOT NULL CHECK (status IN ('open', 'planned', 'served', 'withdrawn', 'refused')),
  refusal text,
  requested_by uuid,
  CHECK (earliest_on <= latest_on),
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);

CREATE TABLE plans (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  from_date date NOT NULL,
  to_date date NOT NULL,
  status text NOT NULL CHECK (status IN ('draft', 'published', 'superseded')),
  based_on_plan_id uuid,
  score double precision NOT NULL DEFAULT 0,
  parts jsonb NOT NULL DEFAULT '{}',
  weights jsonb NOT NULL DEFAULT '{}',
  run jsonb NOT NULL DEFAULT '{}',
  created_by uuid,
  published_at timestamptz,
  published_by uuid,
  CHECK (from_date <= to_date),
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);

CREATE TABLE plan_visits (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  request_id uuid NOT NULL,
  team_id uuid NOT NULL,
  date date NOT NULL,
  start_minute int NOT NULL,
  end_minute int NOT NULL,
  pinned boolean NOT NULL DEFAULT false,
  CHECK (start_minute >= 0 AND start_minute < end_minute AND end_minute <= 1440),
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, plan_id, request_id)
);

CREATE TABLE plan_unserved (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  request_id uuid NOT NULL,
  reason text NOT NULL CHECK (reason IN ('no-gap', 'no-team', 'burden', 'predecessor', 'capacity')),
  displaced_by uuid[] NOT NULL DEFAULT '{}',
  would_fit jsonb,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, plan_id, request_id)
);

CREATE TABLE visits (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  request_id uuid NOT NULL,
  enterprise_id uuid NOT NULL,
  team_id uuid NOT NULL,
  activity_kind_id uuid NOT NULL,
  plan_id uuid,
  date date NOT NULL,
  start_minute int NOT NULL,
  end_minute int NOT NULL,
  status text NOT NULL CHECK (status IN ('planned', 'dispatched', 'accepted', 'declined', 'arrived', 'delivered', 'answered', 'settled', 'cancelled')),
  sequence int NOT NULL DEFAULT 0,
  reason text,
  dispatched_at timestamptz,
  accepted_at timestamptz,
  arrived_at timestamptz,
  delivered_at timestamptz,
  settled_at timestamptz,
  cancelled_at timestamptz,
  CHECK (start_minute >= 0 AND start_minute < end_minute AND end_minute <= 1440),
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);

CREATE TABLE sign_ins (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  visit_id uuid NOT NULL,
  sign_key uuid NOT NULL,
  way text NOT NULL CHECK (way IN ('code', 'team', 'manual')),
  person_id uuid,
  heads int NOT NULL DEFAULT 1 CHECK (heads BETWEEN 1 AND 5000),
  signed_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, visit_id, sign_key)
);

CREATE TABLE visit_records (
  org_id uuid NOT NULL,
  visit_id uuid NOT NULL,
  done text NOT NULL,
  heads int NOT NULL CHECK (heads >= 0),
  trained int NOT NULL DEFAULT 0 CHECK (trained >= 0),
  gifts int NOT NULL DEFAULT 0 CHECK (gifts >= 0),
  asked int NOT NULL DEFAULT 0 CHECK (asked >= 0),
  recorded_by uuid,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, visit_id)
);

CREATE TABLE files (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  bytes int NOT NULL,
  sha256 text NOT NULL,
  created_by uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);

CREATE TABLE visit_photos (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  visit_id uuid NOT NULL,
  file_id uuid NOT NULL,
  thumbnail_file_id uuid NOT NULL,
  width int NOT NULL,
  height int NOT NULL,
  caption text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);

CREATE TABLE follow_ups (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  visit_id uuid NOT NULL,
  what text NOT NULL,
  due_on date NOT NULL,
  status text NOT NULL CHECK (status IN ('open', 'closed')),
  outcome text,
  closed_at timestamptz,
  closed_by uuid,
  request_id uuid,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);

CREATE TABLE visit_answers (
  org_id uuid NOT NULL,
  visit_id uuid NOT NULL,
  took_production_time boolean NOT NULL,
  would_open_again boolean NOT NULL,
  remark text NOT NULL DEFAULT '',
  answered_by uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, visit_id)
);

CREATE TABLE worker_lines (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  visit_id uuid NOT NULL,
  line text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);

CREATE TABLE audit_entries (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  actor_id uuid,
  operation text NOT NULL,
  subject_kind text,
  subject_id uuid,
  outcome text NOT NULL,
  detail jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);

CREATE TABLE idempotency_keys (
  org_id uuid NOT NULL,
  key text NOT NULL,
  actor text NOT NULL,
  operation text NOT NULL,
  body_hash text NOT NULL,
  status int NOT NULL,
  answer jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, actor, key)
);

CREATE TABLE notices (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  title text NOT NULL,
  lines text[] NOT NULL DEFAULT '{}',
  link text,
  once_key text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, once_key)
);

CREATE TABLE notice_recipients (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  notice_id uuid NOT NULL,
  person_id uuid NOT NULL,
  read_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, notice_id, person_id)
);

CREATE TABLE chat_robots (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('wecom', 'dingtalk', 'feishu')),
  name text NOT NULL,
  address text NOT NULL,
  secret text,
  squad_kind text CHECK (squad_kind IN ('culture', 'skills', 'rights')),
  active boolean NOT NULL DEFAULT true,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);

CREATE TABLE notice_deliveries (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  notice_id uuid NOT NULL,
  channel text NOT NULL CHECK (channel IN ('mail', 'robot')),
  person_id uuid,
  robot_id uuid,
  target uuid NOT NULL,
  status text NOT NULL CHECK (status IN ('waiting', 'sending', 'sent', 'failed')),
  attempts int NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL,
  last_error text,
  provider_id text,
  sent_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, notice_id, channel, target)
);

CREATE TABLE calendar_tokens (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  subject_kind text NOT NULL CHECK (subject_kind IN ('member', 'team', 'enterprise')),
  subject_id uuid NOT NULL,
  token_hash text NOT NULL,
  revoked_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);

CREATE TABLE calendar_token_directory (
  token_hash text NOT NULL,
  org_id uuid NOT NULL,
  PRIMARY KEY (token_hash)
);

CREATE TABLE operations (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  status text NOT NULL CHECK (status IN ('queued', 'running', 'done', 'failed', 'cancelled')),
  progress double precision NOT NULL DEFAULT 0,
  note text NOT NULL DEFAULT '',
  input jsonb NOT NULL DEFAULT '{}',
  result jsonb,
  problem jsonb,
  cancel_requested boolean NOT NULL DEFAULT false,
  created_by uuid,
  started_at timestamptz,
  finished_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);

CREATE TABLE imports (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  file_name text NOT NULL,
  file_id uuid NOT NULL,
  status text NOT NULL CHECK (status IN ('read', 'confirmed', 'done', 'failed')),
  counts jsonb NOT NULL,
  rows jsonb NOT NULL,
  error_file_id uuid,
  created_by uuid,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);

CREATE TABLE settings (
  org_id uuid NOT NULL,
  key text NOT NULL,
  value jsonb NOT NULL,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, key)
);

ALTER TABLE people ADD CONSTRAINT people_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE role_grants ADD CONSTRAINT role_grants_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE role_grants ADD CONSTRAINT role_grants_person_fk FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id) ON DELETE CASCADE;

ALTER TABLE role_grants ADD CONSTRAINT role_grants_enterprise_fk FOREIGN KEY (org_id, enterprise_id) REFERENCES enterprises (org_id, id) ON DELETE CASCADE;

ALTER TABLE role_grants ADD CONSTRAINT role_grants_team_fk FOREIGN KEY (org_id, team_id) REFERENCES teams (org_id, id) ON DELETE CASCADE;

ALTER TABLE townships ADD CONSTRAINT townships_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE enterprises ADD CONSTRAINT enterprises_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE enterprises ADD CONSTRAINT enterprises_township_fk FOREIGN KEY (org_id, township_id) REFERENCES townships (org_id, id) ON DELETE RESTRICT;

ALTER TABLE gap_patterns ADD CONSTRAINT gap_patterns_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE gap_patterns ADD CONSTRAINT gap_patterns_enterprise_fk FOREIGN KEY (org_id, enterprise_id) REFERENCES enterprises (org_id, id) ON DELETE CASCADE;

ALTER TABLE gap_exceptions ADD CONSTRAINT gap_exceptions_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE gap_exceptions ADD CONSTRAINT gap_exceptions_enterprise_fk FOREIGN KEY (org_id, enterprise_id) REFERENCES enterprises (org_id, id) ON DELETE CASCADE;

ALTER TABLE quiet_seasons ADD CONSTRAINT quiet_seasons_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE quiet_seasons ADD CONSTRAINT quiet_seasons_enterprise_fk FOREIGN KEY (org_id, enterprise_id) REFERENCES enterprises (org_id, id) ON DELETE CASCADE;

ALTER TABLE squads ADD CONSTRAINT squads_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE teams ADD CONSTRAINT teams_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE teams ADD CONSTRAINT teams_squad_fk FOREIGN KEY (org_id, squad_id) REFERENCES squads (org_id, id) ON DELETE RESTRICT;

ALTER TABLE activity_kinds ADD CONSTRAINT activity_kinds_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE team_kinds ADD CONSTRAINT team_kinds_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE team_kinds ADD CONSTRAINT team_kinds_team_fk FOREIGN KEY (org_id, team_id) REFERENCES teams (org_id, id) ON DELETE CASCADE;

ALTER TABLE team_kinds ADD CONSTRAINT team_kinds_activity_kind_fk FOREIGN KEY (org_id, activity_kind_id) REFERENCES activity_kinds (org_id, id) ON DELETE CASCADE;

ALTER TABLE team_shifts ADD CONSTRAINT team_shifts_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE team_shifts ADD CONSTRAINT team_shifts_team_fk FOREIGN KEY (org_id, team_id) REFERENCES teams (org_id, id) ON DELETE CASCADE;

ALTER TABLE team_shift_exceptions ADD CONSTRAINT team_shift_exceptions_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE team_shift_exceptions ADD CONSTRAINT team_shift_exceptions_team_fk FOREIGN KEY (org_id, team_id) REFERENCES teams (org_id, id) ON DELETE CASCADE;

ALTER TABLE members ADD CONSTRAINT members_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE members ADD CONSTRAINT members_person_fk FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id) ON DELETE RESTRICT;

ALTER TABLE members ADD CONSTRAINT members_team_fk FOREIGN KEY (org_id, team_id) REFERENCES teams (org_id, id) ON DELETE RESTRICT;

ALTER TABLE member_availability ADD CONSTRAINT member_availability_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE member_availability ADD CONSTRAINT member_availability_member_fk FOREIGN KEY (org_id, member_id) REFERENCES members (org_id, id) ON DELETE CASCADE;

ALTER TABLE member_absences ADD CONSTRAINT member_absences_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE member_absences ADD CONSTRAINT member_absences_member_fk FOREIGN KEY (org_id, member_id) REFERENCES members (org_id, id) ON DELETE CASCADE;

ALTER TABLE partner_orgs ADD CONSTRAINT partner_orgs_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE partner_orgs ADD CONSTRAINT partner_orgs_squad_fk FOREIGN KEY (org_id, squad_id) REFERENCES squads (org_id, id) ON DELETE RESTRICT;

ALTER TABLE standing_needs ADD CONSTRAINT standing_needs_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE standing_needs ADD CONSTRAINT standing_needs_activity_kind_fk FOREIGN KEY (org_id, activity_kind_id) REFERENCES activity_kinds (org_id, id) ON DELETE RESTRICT;

ALTER TABLE standing_needs ADD CONSTRAINT standing_needs_enterprise_fk FOREIGN KEY (org_id, enterprise_id) REFERENCES enterprises (org_id, id) ON DELETE CASCADE;

ALTER TABLE requests ADD CONSTRAINT requests_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE requests ADD CONSTRAINT requests_enterprise_fk FOREIGN KEY (org_id, enterprise_id) REFERENCES enterprises (org_id, id) ON DELETE RESTRICT;

ALTER TABLE requests ADD CONSTRAINT requests_activity_kind_fk FOREIGN KEY (org_id, activity_kind_id) REFERENCES activity_kinds (org_id, id) ON DELETE RESTRICT;

ALTER TABLE requests ADD CONSTRAINT requests_team_fk FOREIGN KEY (org_id, team_id) REFERENCES teams (org_id, id) ON DELETE RESTRICT;

ALTER TABLE requests ADD CONSTRAINT requests_standing_need_fk FOREIGN KEY (org_id, standing_need_id) REFERENCES standing_needs (org_id, id) ON DELETE RESTRICT;

ALTER TABLE requests ADD CONSTRAINT requests_follows_visit_fk FOREIGN KEY (org_id, follows_visit_id) REFERENCES visits (org_id, id) ON DELETE RESTRICT;

ALTER TABLE requests ADD CONSTRAINT requests_after_request_fk FOREIGN KEY (org_id, after_request_id) REFERENCES requests (org_id, id) ON DELETE RESTRICT;

ALTER TABLE plans ADD CONSTRAINT plans_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE plans ADD CONSTRAINT plans_based_on_plan_fk FOREIGN KEY (org_id, based_on_plan_id) REFERENCES plans (org_id, id) ON DELETE RESTRICT;

ALTER TABLE plan_visits ADD CONSTRAINT plan_visits_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE plan_visits ADD CONSTRAINT plan_visits_plan_fk FOREIGN KEY (org_id, plan_id) REFERENCES plans (org_id, id) ON DELETE CASCADE;

ALTER TABLE plan_visits ADD CONSTRAINT plan_visits_request_fk FOREIGN KEY (org_id, request_id) REFERENCES requests (org_id, id) ON DELETE RESTRICT;

ALTER TABLE plan_visits ADD CONSTRAINT plan_visits_team_fk FOREIGN KEY (org_id, team_id) REFERENCES teams (org_id, id) ON DELETE RESTRICT;

ALTER TABLE plan_unserved ADD CONSTRAINT plan_unserved_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE plan_unserved ADD CONSTRAINT plan_unserved_plan_fk FOREIGN KEY (org_id, plan_id) REFERENCES plans (org_id, id) ON DELETE CASCADE;

ALTER TABLE plan_unserved ADD CONSTRAINT plan_unserved_request_fk FOREIGN KEY (org_id, request_id) REFERENCES requests (org_id, id) ON DELETE RESTRICT;

ALTER TABLE visits ADD CONSTRAINT visits_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE visits ADD CONSTRAINT visits_request_fk FOREIGN KEY (org_id, request_id) REFERENCES requests (org_id, id) ON DELETE RESTRICT;

ALTER TABLE visits ADD CONSTRAINT visits_enterprise_fk FOREIGN KEY (org_id, enterprise_id) REFERENCES enterprises (org_id, id) ON DELETE RESTRICT;

ALTER TABLE visits ADD CONSTRAINT visits_team_fk FOREIGN KEY (org_id, team_id) REFERENCES teams (org_id, id) ON DELETE RESTRICT;

ALTER TABLE visits ADD CONSTRAINT visits_activity_kind_fk FOREIGN KEY (org_id, activity_kind_id) REFERENCES activity_kinds (org_id, id) ON DELETE RESTRICT;

ALTER TABLE visits ADD CONSTRAINT visits_plan_fk FOREIGN KEY (org_id, plan_id) REFERENCES plans (org_id, id) ON DELETE RESTRICT;

ALTER TABLE sign_ins ADD CONSTRAINT sign_ins_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE sign_ins ADD CONSTRAINT sign_ins_visit_fk FOREIGN KEY (org_id, visit_id) REFERENCES visits (org_id, id) ON DELETE CASCADE;

ALTER TABLE sign_ins ADD CONSTRAINT sign_ins_person_fk FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id) ON DELETE RESTRICT;

ALTER TABLE visit_records ADD CONSTRAINT visit_records_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE visit_records ADD CONSTRAINT visit_records_visit_fk FOREIGN KEY (org_id, visit_id) REFERENCES visits (org_id, id) ON DELETE CASCADE;

ALTER TABLE files ADD CONSTRAINT files_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE visit_photos ADD CONSTRAINT visit_photos_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE visit_photos ADD CONSTRAINT visit_photos_visit_fk FOREIGN KEY (org_id, visit_id) REFERENCES visits (org_id, id) ON DELETE CASCADE;

ALTER TABLE visit_photos ADD CONSTRAINT visit_photos_file_fk FOREIGN KEY (org_id, file_id) REFERENCES files (org_id, id) ON DELETE RESTRICT;

ALTER TABLE visit_photos ADD CONSTRAINT visit_photos_thumbnail_file_fk FOREIGN KEY (org_id, thumbnail_file_id) REFERENCES files (org_id, id) ON DELETE RESTRICT;

ALTER TABLE follow_ups ADD CONSTRAINT follow_ups_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE follow_ups ADD CONSTRAINT follow_ups_visit_fk FOREIGN KEY (org_id, visit_id) REFERENCES visits (org_id, id) ON DELETE CASCADE;

ALTER TABLE follow_ups ADD CONSTRAINT follow_ups_request_fk FOREIGN KEY (org_id, request_id) REFERENCES requests (org_id, id) ON DELETE RESTRICT;

ALTER TABLE visit_answers ADD CONSTRAINT visit_answers_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE visit_answers ADD CONSTRAINT visit_answers_visit_fk FOREIGN KEY (org_id, visit_id) REFERENCES visits (org_id, id) ON DELETE CASCADE;

ALTER TABLE worker_lines ADD CONSTRAINT worker_lines_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE worker_lines ADD CONSTRAINT worker_lines_visit_fk FOREIGN KEY (org_id, visit_id) REFERENCES visits (org_id, id) ON DELETE CASCADE;

ALTER TABLE audit_entries ADD CONSTRAINT audit_entries_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE idempotency_keys ADD CONSTRAINT idempotency_keys_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE notices ADD CONSTRAINT notices_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE notice_recipients ADD CONSTRAINT notice_recipients_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE notice_recipients ADD CONSTRAINT notice_recipients_notice_fk FOREIGN KEY (org_id, notice_id) REFERENCES notices (org_id, id) ON DELETE CASCADE;

ALTER TABLE notice_recipients ADD CONSTRAINT notice_recipients_person_fk FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id) ON DELETE CASCADE;

ALTER TABLE chat_robots ADD CONSTRAINT chat_robots_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE notice_deliveries ADD CONSTRAINT notice_deliveries_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE notice_deliveries ADD CONSTRAINT notice_deliveries_notice_fk FOREIGN KEY (org_id, notice_id) REFERENCES notices (org_id, id) ON DELETE CASCADE;

ALTER TABLE notice_deliveries ADD CONSTRAINT notice_deliveries_person_fk FOREIGN KEY (org_id, person_id) REFERENCES people (org_id, id) ON DELETE CASCADE;

ALTER TABLE notice_deliveries ADD CONSTRAINT notice_deliveries_robot_fk FOREIGN KEY (org_id, robot_id) REFERENCES chat_robots (org_id, id) ON DELETE CASCADE;

ALTER TABLE calendar_tokens ADD CONSTRAINT calendar_tokens_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE operations ADD CONSTRAINT operations_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE imports ADD CONSTRAINT imports_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE imports ADD CONSTRAINT imports_file_fk FOREIGN KEY (org_id, file_id) REFERENCES files (org_id, id) ON DELETE RESTRICT;

ALTER TABLE imports ADD CONSTRAINT imports_error_file_fk FOREIGN KEY (org_id, error_file_id) REFERENCES files (org_id, id) ON DELETE RESTRICT;

ALTER TABLE settings ADD CONSTRAINT settings_org_fk FOREIGN KEY (org_id) REFERENCES orgs (id) ON DELETE RESTRICT;

ALTER TABLE auth_sessions ADD CONSTRAINT auth_sessions_user_fk FOREIGN KEY ("userId") REFERENCES auth_users (id) ON DELETE CASCADE;

ALTER TABLE auth_accounts ADD CONSTRAINT auth_accounts_user_fk FOREIGN KEY ("userId") REFERENCES auth_users (id) ON DELETE CASCADE;

CREATE INDEX auth_sessions_userid_idx ON auth_sessions ("userId");

CREATE INDEX auth_accounts_userid_idx ON auth_accounts ("userId");

CREATE INDEX role_grants_person_id_idx ON role_grants (org_id, person_id);

CREATE INDEX role_grants_enterprise_id_idx ON role_grants (org_id, enterprise_id);

CREATE INDEX role_grants_team_id_idx ON role_grants (org_id, team_id);

CREATE INDEX enterprises_township_id_idx ON enterprises (org_id, township_id);

CREATE INDEX gap_patterns_enterprise_id_idx ON gap_patterns (org_id, enterprise_id);

CREATE INDEX gap_exceptions_enterprise_id_date_idx ON gap_exceptions (org_id, enterprise_id, date);

CREATE INDEX quiet_seasons_enterprise_id_idx ON quiet_seasons (org_id, enterprise_id);

CREATE INDEX teams_squad_id_idx ON teams (org_id, squad_id);

CREATE INDEX team_kinds_activity_kind_id_idx ON team_kinds (org_id, activity_kind_id);

CREATE INDEX team_shifts_team_id_idx ON team_shifts (org_id, team_id);

CREATE INDEX members_person_id_idx ON members (org_id, person_id);

CREATE INDEX member_availability_member_id_idx ON member_availability (org_id, member_id);

CREATE INDEX member_absences_member_id_idx ON member_absences (org_id, member_id);

CREATE INDEX partner_orgs_squad_id_idx ON partner_orgs (org_id, squad_id);

CREATE INDEX standing_needs_activity_kind_id_idx ON standing_needs (org_id, activity_kind_id);

CREATE INDEX standing_needs_enterprise_id_idx ON standing_needs (org_id, enterprise_id);

CREATE INDEX requests_enterprise_id_idx ON requests (org_id, enterprise_id);

CREATE INDEX requests_status_latest_on_idx ON requests (org_id, status, latest_on);

CREATE INDEX requests_activity_kind_id_idx ON requests (org_id, activity_kind_id);

CREATE INDEX requests_follows_visit_id_idx ON requests (org_id, follows_visit_id);

CREATE INDEX requests_after_request_id_idx ON requests (org_id, after_request_id);

CREATE INDEX requests_standing_need_id_idx ON requests (org_id, standing_need_id);

CREATE INDEX plans_status_from_date_idx ON plans (org_id, status, from_date);

CREATE INDEX plans_based_on_plan_id_idx ON plans (org_id, based_on_plan_id);

CREATE INDEX plan_visits_request_id_idx ON plan_visits (org_id, request_id);

CREATE INDEX plan_visits_team_id_date_idx ON plan_visits (org_id, team_id, date);

CREATE INDEX plan_unserved_request_id_idx ON plan_unserved (org_id, request_id);

CREATE INDEX visits_date_idx ON visits (org_id, date);

CREATE INDEX visits_enterprise_id_date_idx ON visits (org_id, enterprise_id, date);

CREATE INDEX visits_team_id_date_idx ON visits (org_id, team_id, date);

CREATE INDEX visits_request_id_idx ON visits (org_id, request_id);

CREATE INDEX visits_activity_kind_id_idx ON visits (org_id, activity_kind_id);

CREATE INDEX visits_plan_id_idx ON visits (org_id, plan_id);

CREATE INDEX visits_status_idx ON visits (org_id, status);

CREATE INDEX sign_ins_person_id_idx ON sign_ins (org_id, person_id);

CREATE INDEX visit_photos_visit_id_idx ON visit_photos (org_id, visit_id);

CREATE INDEX visit_photos_file_id_idx ON visit_photos (org_id, file_id);

CREATE INDEX visit_photos_thumbnail_file_id_idx ON visit_photos (org_id, thumbnail_file_id);

CREATE INDEX follow_ups_visit_id_idx ON follow_ups (org_id, visit_id);

CREATE INDEX follow_ups_status_due_on_idx ON follow_ups (org_id, status, due_on);

CREATE INDEX follow_ups_request_id_idx ON follow_ups (org_id, request_id);

CREATE INDEX worker_lines_visit_id_idx ON worker_lines (org_id, visit_id);

CREATE INDEX audit_entries_created_at_idx ON audit_entries (org_id, created_at);

CREATE INDEX audit_entries_subject_kind_subject_id_idx ON audit_entries (org_id, subject_kind, subject_id);

CREATE INDEX idempotency_keys_created_at_idx ON idempotency_keys (org_id, created_at);

CREATE INDEX notice_recipients_person_id_read_at_idx ON notice_recipients (org_id, person_id, read_at);

CREATE INDEX notice_deliveries_status_next_attempt_at_idx ON notice_deliveries (org_id, status, next_attempt_at);

CREATE INDEX notice_deliveries_person_id_idx ON notice_deliveries (org_id, person_id);

CREATE INDEX notice_deliveries_robot_id_idx ON notice_deliveries (org_id, robot_id);

CREATE INDEX calendar_tokens_subject_kind_subject_id_idx ON calendar_tokens (org_id, subject_kind, subject_id);

CREATE INDEX operations_created_at_idx ON operations (org_id, created_at);

CREATE INDEX imports_file_id_idx ON imports (org_id, file_id);

CREATE INDEX imports_error_file_id_idx ON imports (org_id, error_file_id);

CREATE UNIQUE INDEX visits_one_live_idx ON visits (org_id, request_id) WHERE status NOT IN ('cancelled', 'declined');

CREATE UNIQUE INDEX standing_requests_once_idx ON requests (org_id, standing_need_id, enterprise_id, earliest_on) WHERE standing_need_id IS NOT NULL;
