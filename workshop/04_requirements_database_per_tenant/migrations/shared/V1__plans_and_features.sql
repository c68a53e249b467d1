-- What all tenants share is here, once. Each tenant's own tables are in a database of its own, which
-- the track "tenant" fills.
CREATE SCHEMA IF NOT EXISTS "${flyway:defaultSchema}";

-- Texts for keys: a plan is talked about by its code, and a tenant's row is read without a join.
CREATE TABLE "${flyway:defaultSchema}".plan (
    code text NOT NULL,
    name text NOT NULL,
    CONSTRAINT plan_pkey PRIMARY KEY (code),
    CONSTRAINT plan_code_form CHECK (code ~ '^[a-z][a-z0-9_]{0,39}$')
);

CREATE TABLE "${flyway:defaultSchema}".feature (
    code text NOT NULL,
    name text NOT NULL,
    CONSTRAINT feature_pkey PRIMARY KEY (code),
    CONSTRAINT feature_code_form CHECK (code ~ '^[a-z][a-z0-9_]{0,39}$')
);

CREATE TABLE "${flyway:defaultSchema}".plan_feature (
    plan    text NOT NULL,
    feature text NOT NULL,
    CONSTRAINT plan_feature_pkey PRIMARY KEY (plan, feature),
    CONSTRAINT plan_feature_plan_fkey FOREIGN KEY (plan) REFERENCES "${flyway:defaultSchema}".plan (code),
    CONSTRAINT plan_feature_feature_fkey FOREIGN KEY (feature) REFERENCES "${flyway:defaultSchema}".feature (code)
);

-- The key begins with the plan; this is for whoever takes a feature away.
CREATE INDEX plan_feature_feature_idx ON "${flyway:defaultSchema}".plan_feature (feature);

COMMENT ON TABLE "${flyway:defaultSchema}".plan IS 'What a tenant may have bought.';
COMMENT ON TABLE "${flyway:defaultSchema}".plan_feature IS 'Which plan has what.';

INSERT INTO "${flyway:defaultSchema}".plan (code, name)
VALUES ('trial', 'Trial'), ('standard', 'Standard'), ('enterprise', 'Enterprise');

INSERT INTO "${flyway:defaultSchema}".feature (code, name)
VALUES ('requirements', 'Requirements'), ('csv', 'Import and export'), ('history', 'Who changed what');

INSERT INTO "${flyway:defaultSchema}".plan_feature (plan, feature)
VALUES ('trial', 'requirements'),
       ('standard', 'requirements'), ('standard', 'csv'),
       ('enterprise', 'requirements'), ('enterprise', 'csv'), ('enterprise', 'history');
